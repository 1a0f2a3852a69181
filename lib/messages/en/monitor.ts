/** Words of the monitor pages. */
export const monitor = {}
