export const routeNotFound = 'The requested URL was not found on the server. Please check its spelling and try again.'
export const methodNotAllowed = 'The method is not allowed for the requested URL.'

export const reasons = {
  404: 'Not Found',
  405: 'Method Not Allowed',
  413: 'Request Entity Too Large',
  503: 'Service Unavailable',
} as const
