/** States of a job as the operator service numbers them; 41, 42 and 62 are Ocean Node's, for endings the former leaves unnamed. */
export const jobStatus = {
  warmingUp: 1,
  pullingFailed: 11,
  configuring: 20,
  provisioned: 30,
  dataFailed: 31,
  algorithmUnavailable: 32,
  running: 40,
  algorithmFailed: 41,
  diskExceeded: 42,
  publishing: 60,
  publishingFailed: 62,
  finished: 70,
} as const

export type JobStatus = (typeof jobStatus)[keyof typeof jobStatus]

/** The wire texts. A failure of the algorithm says more than this default. */
export const jobStatusText: Record<JobStatus, string> = {
  1: 'Warming up',
  11: 'Image pull failed',
  20: 'Configuring volumes',
  30: 'Provisioning success',
  31: 'Data provisioning failed',
  32: 'Algorithm provisioning failed',
  40: 'Running algorithm ',
  41: 'Algorithm failed',
  42: 'Disk quota exceeded',
  60: 'Publishing results',
  62: 'Publishing results failed',
  70: 'Job finished',
}
