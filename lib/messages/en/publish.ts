/** Words of the publish pages. */
export const publish = {}
