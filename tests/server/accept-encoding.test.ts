/** A reply is compressed only for a client that takes gzip, and takes it at least as gladly as plain text. */
import fc from "fast-check"
import { expect, test } from "vitest"
import { acceptsGzip } from "../../src/server/accept-encoding.ts"

const accepts = (value: string | undefined) =>
  acceptsGzip(new Headers(value === undefined ? {} : { "accept-encoding": value }))

test.each([
  "gzip",
  "GZIP",
  "x-gzip",
  "gzip, deflate, br, zstd",
  "br;q=1.0, gzip;q=0.8, *;q=0.1",
  "deflate , gzip ; q=0.001",
  "*",
  "identity;q=0.5, gzip;q=0.5",
  "identity;q=0, *;q=0.1",
])("%s: gzip", (value) => expect(accepts(value)).toBe(true))

test.each([
  undefined,
  "",
  "identity",
  "br",
  "gzip;q=0",
  "gzip;q=0.000, br",
  "gzip; Q=0",
  "*;q=0",
  "*, gzip;q=0",
  "identity, gzip;q=0.5",
  "gzipped",
  "not-gzip",
  "gzip;q=2",
  "gzip;level=9",
])("%s: plain", (value) => expect(accepts(value)).toBe(false))

test("no header stops it, and none takes long", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary-ascii" }),
      (value) => typeof acceptsGzip({ get: () => value } as never) === "boolean",
    ),
  )
  // A search that begins again at each space takes seconds.
  const before = process.threadCpuUsage()
  acceptsGzip({ get: () => `gzip${" ".repeat(100_000)};q=` } as never)
  expect(process.threadCpuUsage(before).user / 1_000, "ms of this thread").toBeLessThan(1_000)
})
