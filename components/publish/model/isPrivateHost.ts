/** Whether only one's own machine or network knows a host, as `URL` writes it. */
export function isPrivateHost(hostname: string): boolean {
  const host = hostname.toLowerCase().replace(/\.$/, '')
  if (host.startsWith('[')) return isPrivateIpv6(host.slice(1, -1))
  const parts = host.split('.').map(Number)
  if (parts.length === 4 && parts.every((part) => Number.isInteger(part))) return isPrivateIpv4(parts)
  return !host.includes('.') || /\.(localhost|local|internal|lan|home|home\.arpa|onion)$/.test(host)
}

function isPrivateIpv4([a = 0, b = 0]: readonly number[]): boolean {
  if (a === 0 || a === 10 || a === 127 || a >= 224) return true
  return (
    (a === 100 && b >= 64 && b < 128) ||
    (a === 169 && b === 254) ||
    (a === 172 && b >= 16 && b < 32) ||
    (a === 192 && (b === 168 || b === 0)) ||
    (a === 198 && (b === 18 || b === 19))
  )
}

function isPrivateIpv6(address: string): boolean {
  return /^(::|::1|f[cd].*|fe[89ab].*|ff.*|::ffff:.*|64:ff9b:.*)$/.test(address)
}
