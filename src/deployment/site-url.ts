/** Writes the address at which a host and a port are reached; an IPv6 host needs brackets. */

export const siteUrl = (host: string, port: number): string =>
  `http://${host.includes(":") ? `[${host}]` : host}:${port}`
