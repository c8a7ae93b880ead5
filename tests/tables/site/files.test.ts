/** Every file of every table has its own name in the folder, and the folder is exchanged whole or not at all. */
import { readdirSync, readFileSync, statSync } from "node:fs"
import { join } from "node:path"
import { Effect } from "effect"
import { expect, test } from "vitest"
import { releasedDir } from "../../../src/deployment/storage.ts"
import { addressesOf } from "../../../src/tables/site/address.ts"
import { filesOf } from "../../../src/tables/site/files.ts"
import { writeSite } from "../../../src/tables/site/write-site.ts"
import { newFolder } from "../../support/store.ts"
import { byAge, byHope, released } from "../../support/tables/site/released-tables.ts"

const textOf = (files: ReadonlyMap<string, Uint8Array>, name: string): string =>
  new TextDecoder().decode(files.get(name))

const one = new Map([["index.html", new TextEncoder().encode("one")]])
const two = new Map([["index.html", new TextEncoder().encode("two")]])

test("the list, and of each table every format; whatever a page links to is there", async () => {
  const tables = [await released(byAge), await released(byHope)]
  const files = await Effect.runPromise(filesOf(tables))
  expect([...files.keys()].toSorted()).toEqual(
    ["index.html", ...tables.flatMap((table) => Object.values(addressesOf(table)))].toSorted(),
  )
  const pages = [...files.keys()].filter((name) => name.endsWith(".html"))
  expect(pages).toHaveLength(3)
  const linked = pages.flatMap((page) => [...textOf(files, page).matchAll(/href="([^"#]+)"/g)].map(([, to = ""]) => to))
  expect(linked.length).toBeGreaterThan(10)
  expect(linked.filter((to) => to !== "./" && !files.has(to))).toEqual([])
})

test("the same bytes for the same tables, and a list that says so when there are no tables", async () => {
  const tables = [await released(byAge)]
  expect(await Effect.runPromise(filesOf(tables))).toEqual(await Effect.runPromise(filesOf(tables)))
  expect(textOf(await Effect.runPromise(filesOf([])), "index.html")).toContain("No table has been released yet")
})

test("two tables at one name are refused", async () => {
  const table = await released(byHope)
  const exit = Effect.runPromise(filesOf([table, table]))
  await expect(exit).rejects.toThrow(/^Two tables would both lie at hopes-[0-9a-f]{8}\.html: /)
})

test("they are kept for anyone to read, and nothing else is left behind", () => {
  const dataDir = newFolder()
  const folder = releasedDir({ dataDir })
  const before = process.umask(0o077)
  for (const files of [one, two]) writeSite(folder, files)
  process.umask(before)
  expect(readFileSync(join(folder, "index.html"), "utf8")).toBe("two")
  expect([folder, join(folder, "index.html")].map((path) => statSync(path).mode & 0o777)).toEqual([0o755, 0o644])
  expect(readdirSync(dataDir)).toEqual(["released"])
})

test("what cannot be written whole leaves what was there before", () => {
  const dataDir = newFolder()
  const folder = releasedDir({ dataDir })
  writeSite(folder, one)
  const broken = new Map([...two, ["no-such-folder/page.html", new Uint8Array()]])
  expect(() => writeSite(folder, broken)).toThrow(/ENOENT/)
  expect(readFileSync(join(folder, "index.html"), "utf8")).toBe("one")
  expect(readdirSync(dataDir)).toEqual(["released"])
})
