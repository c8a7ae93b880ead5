/** A client's address is its connection's, or what a named proxy says: nobody else is believed, and one network counts as one. */
import { describe, expect, test } from "vitest"
import { addressBehind, plainAddress } from "../../../src/server/senders/client-address.ts"
import { networkOf } from "../../../src/server/senders/network.ts"

const from = (remoteAddress: string, headers: Readonly<Record<string, string>> = {}): Request =>
  Object.assign(new Request("http://localhost/", { headers }), {
    runtime: { node: { req: { socket: { remoteAddress } } } },
  })

const behind = addressBehind({ trusted: ["127.0.0.1", "10.0.0.0/8", "fd00::/8"], header: "X-Forwarded-For" })

describe("the address", () => {
  const stated = { "x-forwarded-for": "192.0.2.7" }
  test("is the connection's where no proxy is named, whatever a header says", () => {
    expect(addressBehind(undefined)(from("127.0.0.1", stated))).toBe("127.0.0.1")
    expect(addressBehind(undefined)(new Request("http://localhost/"))).toBeUndefined()
  })
  test.each([
    ["127.0.0.1", "192.0.2.7", "192.0.2.7"],
    ["::ffff:127.0.0.1", "192.0.2.7", "192.0.2.7"],
    ["fd12::1", "2001:db8::1", "2001:db8::1"],
    ["198.51.100.9", "192.0.2.7", "198.51.100.9"],
    ["127.0.0.1", "1.2.3.4, 192.0.2.7", "192.0.2.7"],
    ["127.0.0.1", "1.2.3.4, 192.0.2.7, 10.9.8.7", "192.0.2.7"],
    ["127.0.0.1", "10.1.1.1, 10.9.8.7", "10.1.1.1"],
    ["127.0.0.1", "192.0.2.7, nonsense", "127.0.0.1"],
    ["127.0.0.1", "192.0.2.7:50123", "192.0.2.7"],
    ["127.0.0.1", "[2001:db8::2]:443", "2001:db8::2"],
    ["127.0.0.1", "", "127.0.0.1"],
  ])("of a request from %s with the header %j is %s", (remote, said, found) =>
    expect(behind(from(remote, { "x-forwarded-for": said }))).toBe(found),
  )
  test("is read from Forwarded too", () => {
    const standard = addressBehind({ trusted: ["127.0.0.1"], header: "forwarded" })
    const said = (forwarded: string) => standard(from("127.0.0.1", { forwarded }))
    expect(said('for="[2001:db8:cafe::17]:4711";proto=https;by=203.0.113.43')).toBe("2001:db8:cafe::17")
    expect(said("for=1.2.3.4, proto=https;for=192.0.2.60")).toBe("192.0.2.60")
    expect(said("for=unknown")).toBe("127.0.0.1")
  })
  test.each(["", "localhost", "1.2.3", "[::1", "1.2.3.4.5:1"])("%j is no address", (text) =>
    expect(plainAddress(text)).toBeUndefined(),
  )
})

describe("a network", () => {
  test("is an IPv4 address, or the first 56 bits of an IPv6 one", () => {
    expect(networkOf("192.0.2.7")).toBe("192.0.2.7")
    expect(networkOf("2001:db8:1:ab12::1")).toBe("20010db80001ab")
    expect(networkOf("2001:DB8:1:abff:1:2:3:4")).toBe(networkOf("2001:db8:1:ab00::"))
    expect(networkOf("2001:db8:1:ac00::")).not.toBe(networkOf("2001:db8:1:ab00::"))
    expect(networkOf("::1")).toBe("00000000000000")
    expect(networkOf("64:ff9b::192.0.2.33")).toBe("0064ff9b000000")
    expect(networkOf("1:2:3:4:5:6:192.0.2.33")).toBe("00010002000300")
  })
})
