/** One measured line: what was measured, how much, and how that compares with a reference of the same run. */
export type Measurement = { name: string; value: string; reference?: string; ratio?: string }

export type Report = (measurement: Measurement) => void
