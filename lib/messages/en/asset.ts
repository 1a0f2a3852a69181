/** Words of the asset pages. */
export const asset = {}
