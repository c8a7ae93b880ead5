/** Only a path of ours, alone or behind the host that it was sent to, is an address. */
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { addressOf, type RequestLine } from "../../src/server/request-target.ts"

const line = (url: string, hosts: readonly string[] = ["x"], httpVersion = "1.1"): RequestLine => ({
  url,
  httpVersion,
  headersDistinct: { ...(hosts.length > 0 && { host: [...hosts] }) },
})

describe("an address", () => {
  test.each([
    ["/", "/"],
    ["/survey/9-12?from=school%20page", "/survey/9-12?from=school%20page"],
    ["/a;b,c=1/(d)/%C3%A9/@:!$&'*+~", "/a;b,c=1/(d)/%C3%A9/@:!$&'*+~"],
    ["//two/slashes", "//two/slashes"],
    ["/?a=[b]|{c}^`\\", "/?a=[b]|{c}^`\\"],
    ["http://x", "/"],
    ["http://x/health", "/health"],
    ["https://X?a=b", "/?a=b"],
  ])("%s names %s", (target, address) => expect(addressOf(line(target))).toBe(address))

  test("needs a host once, save in HTTP/1.0", () => {
    expect(addressOf(line("/", []))).toBeUndefined()
    expect(addressOf(line("/", [], "1.0"))).toBe("/")
    expect(addressOf(line("/", ["x", "x"], "1.0"))).toBeUndefined()
  })

  test.each(["x", "survey.example:443", "127.0.0.1", "[::1]:3000", "xn--bcher-kva.example", "a_b"])(
    "may be sent to the host %s",
    (host) => expect(addressOf(line("/", [host]))).toBe("/"),
  )
})

describe("no address", () => {
  test.each([
    "",
    "*",
    "x",
    "x:80",
    "*%1c",
    "/a#b",
    "/ b",
    "/é",
    "/%",
    "/%4",
    "/%zz",
    "/a\\b",
    "/a[b]",
    "/a|b",
    '/"',
    "/?#",
    "/?a b",
    "http:",
    "http://",
    "http:///a",
    "http:/a",
    "http://[",
    "http://[::",
    "http://a:99999/",
    "http://%/",
    "http://u@x/",
    "http://y/",
    "http://x/#a",
    "ftp://x/",
    "//[::1",
  ])("is named by %j", (target) => expect(addressOf(line(target))).toBeUndefined())

  test.each(["", "x:", "a b", "a:99999", "a@b", "[", "[::g]", "a/b", "%00", "1.2.3.4.5", "é", "x\n", "a:b:c"])(
    "is sent to the host %j",
    (host) => expect(addressOf(line("/", [host]))).toBeUndefined(),
  )
})

test("whatever is an address can be read as one, and nothing throws", () => {
  const text = fc.oneof(fc.string(), fc.string({ unit: "binary" }), fc.webUrl(), fc.webPath())
  const host = fc.oneof(fc.string(), fc.webAuthority(), fc.domain())
  fc.assert(
    fc.property(text, host, (target, name) => {
      const address = addressOf(line(target, [name]))
      return address === undefined || (address.startsWith("/") && URL.canParse(`http://${name}${address}`))
    }),
    { numRuns: 5_000 },
  )
})
