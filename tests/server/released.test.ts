/** The running service serves the folder of released tables as it is now, and of its deployment's data nothing else. */
import { existsSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { Effect } from "effect"
import { expect, test } from "vitest"
import { releasedDir, releasesDir } from "../../src/deployment/storage.ts"
import { addressesOf } from "../../src/tables/site/address.ts"
import { filesOf, releasedCsv } from "../../src/tables/site/files.ts"
import { releasedPage } from "../../src/tables/site/table-page.ts"
import { writeSite } from "../../src/tables/site/write-site.ts"
import { childrenOf } from "../support/platform.ts"
import { request } from "../support/request.ts"
import { startService } from "../support/service.ts"
import { atEnd, newFolder } from "../support/store.ts"
import { byHope, released } from "../support/tables/site/released-tables.ts"

test("none, then one, without a restart; and no way out of the folder", { timeout: 120_000 }, async () => {
  const dataDir = newFolder()
  const service = await startService({ dataDir })
  atEnd(() => service.stop())
  const ask = (path: string, method = "GET") => request(service.url, { path, method })

  const moved = await ask("/tables")
  expect([moved.status, moved.headers.location]).toEqual([301, "/tables/"])
  expect((await ask("/tables/")).text).toContain("No table has been released yet")
  expect((await ask("/")).text).toContain('href="/tables/"')
  for (const ending of ["/finished/6-8", "/stopped/6-8", "/survey/6-8"])
    expect((await ask(ending)).text).not.toContain("/tables")

  const table = await released(byHope)
  const { page, csv } = addressesOf(table)
  const folder = releasedDir({ dataDir })
  expect(existsSync(folder)).toBe(false)
  writeSite(folder, await Effect.runPromise(filesOf([table])))
  expect((await ask("/tables/")).text).toContain(byHope.title)
  const found = await ask(`/tables/${page}`)
  expect(found.text).toBe(releasedPage(table))
  expect(found.headers["content-security-policy"]).toMatch(
    /^default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'/,
  )
  expect((await ask(`/tables/${csv}`)).text).toBe(releasedCsv(table))

  const head = await ask(`/tables/${csv}`, "HEAD")
  expect([head.status, head.text, head.headers["content-disposition"]]).toEqual([
    200,
    "",
    `attachment; filename="${csv}"`,
  ])
  expect((await ask(`/tables/${csv}`, "POST")).status).toBe(405)

  writeFileSync(join(dataDir, "released", "beside.csv"), "beside")
  for (const way of ["../beside.csv", "..%2fbeside.csv", "%2e%2e/beside.csv", "..\\beside.csv", "x/../../beside.csv"]) {
    const { status, text } = await ask(`/tables/${way}`)
    expect([400, 404], way).toContain(status)
    expect(text, way).not.toContain("beside")
  }

  const web = childrenOf(service.pid).find(({ command }) => command.includes("index.mjs"))
  const readable = web?.command.match(/--allow-fs-read=\S+/g)?.filter((flag) => flag.includes(dataDir))
  expect(new Set(readable)).toEqual(new Set([`--allow-fs-read=${releasesDir({ dataDir })}`]))
})
