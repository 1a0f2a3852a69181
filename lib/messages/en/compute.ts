/** Words of the compute pages. */
export const compute = {}
