/** Describes the proxies in front of the service: their addresses or networks, and the header that names the client. */
import { Schema } from "effect"

const address = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f:.]*:[0-9a-f:.]*)$/i

const isNetwork = (text: string): boolean => {
  const [before = "", bits, ...rest] = text.split("/")
  const most = before.includes(":") ? 128 : 32
  const isOfBits = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most)
  return address.test(before) && isOfBits && rest.length === 0
}

export const FrontProxy = Schema.Struct({
  trusted: Schema.NonEmptyArray(
    Schema.String.check(
      Schema.makeFilter((text) => isNetwork(text) || "name an address or a network, such as 10.0.0.0/8"),
    ),
  ),
  header: Schema.String.check(
    Schema.makeFilter((text) => /^[A-Za-z][A-Za-z-]{0,40}$/.test(text) || "name a header, such as X-Forwarded-For"),
  ),
})
export type FrontProxy = typeof FrontProxy.Type
