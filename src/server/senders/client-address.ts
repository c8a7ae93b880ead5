/** Finds the address that a request came from: its connection's, or what a proxy that the operator named says. Only in memory. */
import { BlockList, isIP } from "node:net"
import type { ServerRequest } from "srvx"
import type { FrontProxy } from "../../../policy/deployment/front-proxy.ts"

/** Without port, brackets or zone, and an IPv4 address as such; `undefined` for anything else. */
export const plainAddress = (text: string): string | undefined => {
  const [, bracketed, withPort] = /^\[([^\]]+)\](?::\d+)?$|^([\d.]+):\d+$/.exec(text.trim()) ?? []
  const address = (bracketed ?? withPort ?? text.trim()).replace(/%.*$/, "").replace(/^::ffff:(?=\d+\.)/i, "")
  return isIP(address) === 0 ? undefined : address
}

const networks = (trusted: readonly string[]): BlockList => {
  const list = new BlockList()
  for (const entry of trusted) {
    const [address = "", bits] = entry.split("/")
    const family = isIP(address) === 6 ? "ipv6" : "ipv4"
    if (bits === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(bits), family)
  }
  return list
}

/** `Forwarded` (RFC 7239) names its addresses; every other header is a list of them. */
const listed = (header: string, value: string): readonly string[] =>
  header.toLowerCase() === "forwarded"
    ? value.split(",").map((part) => /\bfor="?(\[[^\]]+\](?::\d+)?|[^;"\s]+)/i.exec(part)?.[1] ?? "")
    : value.split(",")

/** Each proxy adds the address it was asked from at the end, so whatever a client writes itself comes before. */
const forwardedBy = (isTrusted: (address: string) => boolean, from: string, stated: readonly string[]): string => {
  let known = from
  for (const entry of stated.toReversed()) {
    const address = plainAddress(entry)
    if (address === undefined || !isTrusted(known)) return known
    known = address
  }
  return known
}

const connectionOf = (request: Request & Pick<ServerRequest, "runtime">): string =>
  request.runtime?.node?.req.socket?.remoteAddress ?? ""

/** `undefined` where the request came over no network. */
export type AddressOf = (request: Request) => string | undefined

export const addressBehind = (proxy: FrontProxy | undefined): AddressOf => {
  const list = networks(proxy?.trusted ?? [])
  const isTrusted = (address: string) => list.check(address, isIP(address) === 6 ? "ipv6" : "ipv4")
  return (request) => {
    const from = plainAddress(connectionOf(request))
    if (from === undefined || proxy === undefined) return from
    return forwardedBy(isTrusted, from, listed(proxy.header, request.headers.get(proxy.header) ?? ""))
  }
}
