/** Makes requests that are wrong in their very bytes, each from a seed, and sends them as they are. */
import { connect } from "node:net"

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export const randomFrom = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const methods = "GET HEAD POST PUT DELETE OPTIONS TRACE CONNECT PRI get G\0T PROPFIND".split(" ")
const paths = [
  ..."/ /health /schools /survey/9-12 /finished/9-12 /tables/ /tables/x.csv /api/trpc/submit /api/trpc/search".split(
    " ",
  ),
  ..."/_build/assets/a.js /icon.svg /pictures/a.svg /.vite/manifest.json /.well-known/security.txt /nowhere".split(" "),
  ..."/%2e%2e/%2e%2e/package.json /% /%zz /%c0%ae /a#b //x/y /a/../b /tables/%00 /api/trpc/__proto__".split(" "),
  ..."http:// http://[ https:// http://a:99999/ http://%/ http://[::1]/health HTTP://X/health http://x@y/ * *%1c".split(
    " ",
  ),
  ..."http:/health http:///health ftp://x/ //[ /\\ /?a=[b] /?%".split(" "),
  `/${"a".repeat(700)}`,
  `/?${"a=b&".repeat(120)}`,
]
const versions = "HTTP/1.1 HTTP/1.1 HTTP/1.1 HTTP/1.0 HTTP/0.9 HTTP/2.0 HTTP/9.9 HTTP/1.1x http/1.1"
  .split(" ")
  .concat("")
const hosts = "x 127.0.0.1 a:99999 x: [ [::1]:80 a/b a@b a_b %00 1.2.3.4.5 999.1.1.1 xn--a a:b:c 0x7f.1"
  .split(" ")
  .concat("")
const headers = [
  "Content-Length: 5",
  "Content-Length: 5\r\nContent-Length: 6",
  "Content-Length: -1",
  "Content-Length: 99999999999999999999",
  "Content-Length: 0",
  "Transfer-Encoding: chunked",
  "Transfer-Encoding: chunked, chunked",
  "Transfer-Encoding: gzip, chunked",
  "Transfer-Encoding : chunked",
  "Transfer-Encoding: chunked\r\nContent-Length: 5",
  "Expect: 100-continue",
  "Expect: 200-maybe",
  "Connection: upgrade\r\nUpgrade: websocket",
  "Connection: close",
  "Connection: keep-alive",
  "Accept-Encoding: gzip;q=0",
  "Accept-Encoding: *;q=0.1234, gzip;;;",
  "Content-Type: application/json",
  "Content-Type: application/x-www-form-urlencoded",
  "Origin: http://x",
  "Origin: http://x\r\nContent-Type: application/json",
  "Origin: http://x\r\nContent-Type: application/x-www-form-urlencoded",
  "Origin: http://[",
  "Sec-Fetch-Site: same-origin",
  'If-None-Match: "',
  "If-Modified-Since: never",
  "X-Forwarded-Host: [",
  "__proto__: a",
  "Folded: a\r\n b",
  ": empty",
  "No colon",
  `X-Long: ${"a".repeat(20_000)}`,
  "Cookie: a=b; c",
  "Trailer: X",
  "Range: bytes=9-1",
]
const bodies = [
  "",
  "hello",
  "{}",
  '{"form":"9-12"}',
  "go=start",
  "go=next&sealed=%",
  "5\r\nhello\r\n0\r\n\r\n",
  "5;a=b\r\nhello\r\n0\r\nX: y\r\n\r\n",
  "fffffffffffffffff\r\n",
  "-1\r\n",
  "5\r\nhel",
  "GET / HTTP/1.1\r\nHost: x\r\n\r\n".repeat(3),
  "[".repeat(5_000),
  "\0\x01\xff".repeat(50),
]

type Random = () => number

const oneOf = (random: Random, list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? ""

const oneOfNumbers = (random: Random, list: readonly number[]): number => list[Math.floor(random() * list.length)] ?? 0

/** Changes, removes, repeats or adds a byte or a run of bytes. */
const damage = (random: Random, bytes: Buffer): Buffer => {
  const at = Math.floor(random() * bytes.length)
  const length = Math.floor(random() * 8)
  const [before, run, after] = [bytes.subarray(0, at), bytes.subarray(at, at + length), bytes.subarray(at + length)]
  const noise = Buffer.from(Array.from({ length: 1 + Math.floor(random() * 4) }, () => Math.floor(random() * 256)))
  const ways = [
    [before, after],
    [before, noise, after],
    [before, noise, run, after],
    [before, run, run, after],
    [before],
  ]
  return Buffer.concat(ways[Math.floor(random() * ways.length)] ?? [bytes])
}

/** The chance that one part of a request is wrong: most requests are nearly right, and so come far. */
const wrongness = (random: Random): number => oneOfNumbers(random, [0, 0.1, 0.1, 0.5])

const request = (random: Random): string => {
  const wrong = wrongness(random)
  const either = (right: readonly string[], any: readonly string[]): string =>
    oneOf(random, random() < wrong ? any : right)
  const line = [
    either(["GET", "GET", "HEAD", "POST"], methods),
    either(paths.slice(0, 15), paths),
    either(["HTTP/1.1"], versions),
  ]
  const body = oneOf(random, bodies)
  const length = random() < wrong ? [] : [`Content-Length: ${Buffer.byteLength(body, "latin1")}`]
  const chosen = headers.filter(() => random() < wrong / 6)
  const end = random() < wrong / 10 ? "\n" : "\r\n"
  const head = [line.filter((part) => part !== "").join(" "), `Host: ${either(["x"], hosts)}`, ...length, ...chosen]
  return [...head, "", body].join(end)
}

/** The bytes of one or more requests, some of them damaged further. */
export const rawRequest = (random: Random): Buffer => {
  const bytes = Buffer.from(request(random).repeat(random() < 0.05 ? 4 : 1), "latin1")
  return random() < 0.3 ? damage(random, bytes) : bytes
}

/** Sends the bytes and no more. Resolves with all that comes back, when the connection ends or `patience` ms are over. */
export const sendRaw = (port: number, bytes: Uint8Array | string, patience = 3_000): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true })
    const chunks: Buffer[] = []
    const timer = setTimeout(() => socket.destroy(), patience)
    socket.on("data", (chunk: Buffer) => chunks.push(chunk))
    socket.on("error", () => undefined)
    socket.on("end", () => socket.end())
    socket.on("close", () => {
      clearTimeout(timer)
      resolve(Buffer.concat(chunks).toString("latin1"))
    })
    socket.end(bytes)
  })

/** The status of each reply that a connection brought. */
export const statusesIn = (heard: string): readonly number[] =>
  [...heard.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status))
