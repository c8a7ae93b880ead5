/** Reads the target and the host of a request by the grammar of RFC 9112 (3.2), before anything else sees them. */

/** As a Node server hands it over. */
export interface RequestLine {
  readonly url?: string | undefined
  readonly httpVersion: string
  /** Each `Host` header by itself. */
  readonly headersDistinct: NodeJS.Dict<string[]>
}

const segment = "(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*"
/** Browsers send some signs of a query as they are, which the grammar would have encoded. */
const query = "(?:[A-Za-z0-9._~!$&'()*+,;=:@/?|^`{}[\\]\\\\-]|%[0-9A-Fa-f]{2})*"
const authority = "(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+\\])(?::[0-9]{1,5})?"

const originForm = new RegExp(`^(?:/${segment})+(?:\\?${query})?$`)
const absoluteForm = new RegExp(`^https?://(${authority})((?:/${segment})*(?:\\?${query})?)$`, "i")
const hostForm = new RegExp(`^${authority}$`)

/** `a:99999` and `1.2.3.4.5` have the form of an authority and cannot be one. */
const isHost = (host: string): boolean => hostForm.test(host) && URL.canParse(`http://${host}`)

/** RFC 9112 (3.2) demands exactly one host, of HTTP/1.0 at most one. */
const isHostOnce = (hosts: readonly string[], httpVersion: string): boolean =>
  hosts.length === 0 ? httpVersion === "1.0" : hosts.length === 1 && hosts.every(isHost)

const withPath = (rest: string): string => (rest.startsWith("/") ? rest : `/${rest}`)

/** Returns path and query, which begin with `/`; `undefined` for anything that names no address here. */
export const addressOf = ({ url = "", httpVersion, headersDistinct }: RequestLine): string | undefined => {
  const hosts = headersDistinct["host"] ?? []
  if (!isHostOnce(hosts, httpVersion)) return undefined
  if (url.startsWith("/")) return originForm.test(url) ? url : undefined
  const [, named, rest] = absoluteForm.exec(url) ?? []
  if (named === undefined || rest === undefined || !isHost(named)) return undefined
  // A client sends the same host in both places; where they differ, one was added on the way.
  const isSame = hosts.every((host) => host.toLowerCase() === named.toLowerCase())
  return isSame ? withPath(rest) : undefined
}
