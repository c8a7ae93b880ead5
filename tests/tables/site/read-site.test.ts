/** The web process serves the files of the folder of released tables, each with its type, and nothing outside the folder. */
import { createHash } from "node:crypto"
import { mkdirSync, renameSync, symlinkSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { gunzipSync } from "node:zlib"
import { assert } from "@effect/vitest"
import { Effect } from "effect"
import { describe, expect, test } from "vitest"
import { seen } from "../../../policy/facts/fact.ts"
import { hostsNamedIn } from "../../../policy/facts/served-site.ts"
import type { Released } from "../../../policy/release/released.ts"
import { firstPartyOnly, looseDirectives } from "../../../policy/rules/first-party-only.ts"
import { releasedIn } from "../../../src/server/released.ts"
import { addressesOf } from "../../../src/tables/site/address.ts"
import { filesOf, releasedCsv } from "../../../src/tables/site/files.ts"
import { listPage } from "../../../src/tables/site/list-page.ts"
import { notFoundPage } from "../../../src/tables/site/not-found-page.ts"
import { style } from "../../../src/tables/site/style.ts"
import { releasedPage } from "../../../src/tables/site/table-page.ts"
import { writeSite } from "../../../src/tables/site/write-site.ts"
import { factsWith } from "../../support/policy/facts.ts"
import { newFolder } from "../../support/store.ts"
import { byAge, byHope, released } from "../../support/tables/site/released-tables.ts"

const host = "http://survey.example"

interface Put {
  readonly dataDir: string
  readonly folder: string
  readonly get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Response>
}

const put = async (tables: readonly Released[]): Promise<Put> => {
  const dataDir = newFolder()
  const folder = join(dataDir, "released")
  if (tables.length > 0) writeSite(folder, await Effect.runPromise(filesOf(tables)))
  const answer = releasedIn(folder)
  return { dataDir, folder, get: (path, headers = {}) => answer(new Request(host + path, { headers })) }
}

const nothingHere = async (answer: Response): Promise<void> => {
  expect(answer.status).toBe(404)
  expect(await answer.text()).toBe(notFoundPage("/tables/"))
}

const table = await released(byHope)
const { page, csv, metadata, xlsx } = addressesOf(table)
const listed = listPage([table])

describe("each file is what it is", () => {
  const sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
  test.each([
    ["", "text/html; charset=utf-8", null],
    [page, "text/html; charset=utf-8", null],
    [csv, "text/csv; charset=utf-8; header=present", `attachment; filename="${csv}"`],
    [metadata, "application/csvm+json", `attachment; filename="${metadata}"`],
    [xlsx, sheet, `attachment; filename="${xlsx}"`],
  ])("/tables/%s", async (name, type, disposition) => {
    const { get } = await put([table])
    const { status, headers } = await get(`/tables/${name}`)
    expect([status, headers.get("content-type"), headers.get("content-disposition")]).toEqual([200, type, disposition])
    expect(headers.get("x-content-type-options")).toBe("nosniff")
    expect(headers.get("set-cookie")).toBeNull()
  })

  test("to the byte, zipped or not, except that a workbook is never zipped again", async () => {
    const { get } = await put([table])
    const zipped = { "accept-encoding": "gzip, br" }
    expect(await (await get(`/tables/${csv}`)).text()).toBe(releasedCsv(table))
    const answer = await get(`/tables/${csv}`, zipped)
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect([answer.headers.get("content-encoding"), answer.headers.get("content-length")]).toEqual([
      "gzip",
      `${bytes.length}`,
    ])
    expect(gunzipSync(bytes).toString()).toBe(releasedCsv(table))
    expect((await get(`/tables/${xlsx}`, zipped)).headers.get("content-encoding")).toBeNull()
  })

  test("it is sent once, until it changes", async () => {
    const { folder, get } = await put([table])
    const first = await get("/tables/")
    const tag = first.headers.get("etag") ?? ""
    expect(first.headers.get("cache-control")).toBe("no-cache")
    for (const known of [tag, `W/${tag}`, `"other", ${tag}`]) {
      const again = await get("/tables/", { "if-none-match": known })
      expect([again.status, await again.text()]).toEqual([304, ""])
    }
    expect((await get("/tables/", { "if-none-match": tag, "accept-encoding": "gzip" })).status).toBe(200)
    writeSite(folder, await Effect.runPromise(filesOf([table, await released(byAge)])))
    const later = await get("/tables/", { "if-none-match": tag })
    expect(later.status).toBe(200)
    expect(await later.text()).toContain(byAge.title)
  })
})

test("before anything is released the list says so, and what comes is shown without a restart", async () => {
  const { folder, get } = await put([])
  const none = await get("/tables/")
  expect(none.status).toBe(200)
  expect(await none.text()).toContain("No table has been released yet")
  await nothingHere(await get(`/tables/${page}`))
  writeSite(folder, await Effect.runPromise(filesOf([table])))
  expect(await (await get("/tables/")).text()).toContain(byHope.title)
  expect(await (await get(`/tables/${page}`)).text()).toBe(releasedPage(table))
  expect(await (await releasedIn(undefined)(new Request(`${host}/tables/`))).text()).toContain("released yet")
})

test("at the address of a removed table, a page says so and leads to the others", async () => {
  const { folder, get } = await put([table])
  writeSite(folder, await Effect.runPromise(filesOf([await released(byAge)])))
  const answer = await get(`/tables/${page}`)
  expect([answer.status, answer.headers.get("cache-control"), answer.headers.get("etag")]).toEqual([
    404,
    "private, no-cache",
    null,
  ])
  const hash = createHash("sha256").update(style).digest("base64")
  expect(answer.headers.get("content-security-policy")).toContain(`default-src 'none'; style-src 'sha256-${hash}';`)
  expect(await answer.text()).toMatch(
    /<h1>This page is not here<\/h1>[\s\S]*<a class="button" href="\/tables\/">See all tables/,
  )
})

test("while one release takes the place of another, neither is missing", async () => {
  const { dataDir, folder, get } = await put([table])
  expect((await get(`/tables/${page}`)).status).toBe(200)
  renameSync(folder, join(dataDir, "former"))
  const asked = get(`/tables/${page}`)
  setTimeout(() => renameSync(join(dataDir, "former"), folder), 10)
  expect((await asked).status).toBe(200)
})

test("without its last sign the address leads to the list", async () => {
  const { get } = await put([])
  const { status, headers } = await get("/tables")
  expect([status, headers.get("location")]).toEqual([301, "/tables/"])
})

describe("nothing outside the folder is reached", () => {
  const outside = async (): Promise<Put> => {
    const made = await put([table])
    writeFileSync(join(made.dataDir, "secret.csv"), "secret")
    mkdirSync(join(made.folder, "within"))
    writeFileSync(join(made.folder, "within", "deep.csv"), "secret")
    for (const name of [".hidden.csv", "evidence.sqlite", "Upper.csv", "page.svg"])
      writeFileSync(join(made.folder, name), "secret")
    mkdirSync(join(made.folder, "folder.csv"))
    symlinkSync(join(made.dataDir, "secret.csv"), join(made.folder, "link.csv"))
    symlinkSync(made.dataDir, join(made.folder, "way"))
    return made
  }
  const ways = [
    ...["../secret.csv", "..%2fsecret.csv", "..%2Fsecret.csv", "%2e%2e/secret.csv", "%2e%2e%2fsecret.csv"],
    ...["..%5csecret.csv", "..\\secret.csv", "..%255csecret.csv", "..%c0%afsecret.csv", "within/../../secret.csv"],
    ...["secret.csv", "secret.csv%00", `${csv}%00`, `${csv}%00.html`, `${csv}/`, `./%2e/${csv}x`, `%2f${csv}`],
    ...["within/deep.csv", "within%2fdeep.csv", "way/secret.csv", "way%2fsecret.csv", "link.csv", "folder.csv"],
    ...[".hidden.csv", "evidence.sqlite", "Upper.csv", "page.svg", "..", "%2e%2e", ".", "%2e", "%", "%zz", "//"],
    ...[`${csv.replace(".", "%2e")}`, csv.toUpperCase(), "/secret.csv", "?file=../secret.csv#/../secret.csv"],
  ]
  /** What a browser makes of dots leads at most to the list. */
  const reached = async ({ get }: Put, way: string): Promise<string | undefined> => {
    const answer = await get(`/tables/${way}`)
    const said = await answer.text()
    if (answer.status === 404) return said === notFoundPage("/tables/") ? undefined : `${way}: 404 in other words`
    return answer.status === 200 && said === listed ? undefined : `${way}: ${answer.status} ${said.slice(0, 60)}`
  }

  test("whatever is written in the address", async () => {
    const made = await outside()
    const found = await Promise.all(ways.map((way) => reached(made, way)))
    expect(found.filter((each) => each !== undefined)).toEqual([])
  })

  test("nor is a link followed in the place of the folder", async () => {
    const { dataDir, folder } = await put([table])
    const link = join(dataDir, "link")
    symlinkSync(folder, link)
    await nothingHere(await releasedIn(link)(new Request(`${host}/tables/${csv}`)))
  })
})

describe("a page may run nothing and ask nobody", { tags: ["first-party-only"] }, () => {
  test("its policy lets its own style through and nothing else", async () => {
    const { get } = await put([table])
    const hash = createHash("sha256").update(style).digest("base64")
    const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'`
    for (const name of ["", page])
      expect((await get(`/tables/${name}`)).headers.get("content-security-policy")).toBe(policy)
    expect((await (await put([])).get("/tables/")).headers.get("content-security-policy")).toBe(policy)
  })

  test("a page of an earlier release keeps its own style, and a style in its text has no say", async () => {
    const { folder, get } = await put([table])
    writeFileSync(
      join(folder, "old.html"),
      "<html><head><style>a{}</style></head><body><style>b{}</style></body></html>",
    )
    const hash = createHash("sha256").update("a{}").digest("base64")
    expect((await get("/tables/old.html")).headers.get("content-security-policy")).toContain(
      `style-src 'sha256-${hash}';`,
    )
  })

  test("the audit of the site upholds every file", async () => {
    const { get } = await put([table])
    const files = ["", page, csv, metadata]
    const answers = await Promise.all(files.map((name) => get(`/tables/${name}`)))
    for (const answer of answers) {
      const contentSecurityPolicy = answer.headers.get("content-security-policy") ?? ""
      const servedSite = seen({ contentSecurityPolicy, hosts: hostsNamedIn(await answer.text()) })
      const verdict = firstPartyOnly.audit(factsWith({ servedSite }))
      assert.strictEqual(verdict.status, "upheld", JSON.stringify(verdict))
    }
    expect(looseDirectives((await get(`/tables/${xlsx}`)).headers.get("content-security-policy") ?? "")).toEqual([])
  })
})
