/** Words of the allow pages. */
export const allow = {}
