/** Words of the acquire pages. */
export const acquire = {}
