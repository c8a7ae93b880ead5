/** `ask -- dpia verify` tells its four cases apart, in one sentence each and by its exit code. */
import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { dpiaVersion } from "../../../policy/dpia/document/version.ts"
import { ask } from "../../support/ask.ts"
import { documentOrSkip } from "../../support/policy/dpia/document.ts"
import { madeUpDocument } from "../../support/policy/dpia/made-up-document.ts"

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "dpia-"))
})

afterEach(async () => {
  vi.restoreAllMocks()
  await rm(folder, { recursive: true })
})

const verify = async (content: string | Uint8Array) => {
  const file = join(folder, "dpia.txt")
  await writeFile(file, content)
  return spoken(file)
}

const spoken = async (file: string) => {
  const said: Array<string> = []
  for (const channel of ["log", "error"] as const)
    vi.spyOn(console, channel).mockImplementation((line) => said.push(line))
  return {
    code: await ask({ mode: "rehearsal", dataDir: folder, databaseUrl: undefined }, "dpia", "verify", file),
    said,
  }
}

test("the DPIA itself: every quote found, its version named, exit 0", async (context) => {
  const { code, said } = await verify(documentOrSkip(context))
  expect(said).toEqual([`139 of 139 quotes found; this is version ${dpiaVersion.slice(0, 12)}….`])
  expect(code).toBe(0)
})

test("another version with every promise needs review, exit 0", async () => {
  const { code, said } = await verify(madeUpDocument)
  expect(said).toHaveLength(1)
  expect(said[0]).toMatch(/^139 of 139 quotes found, but this is another version \(.*\) and must be reviewed/)
  expect(code).toBe(0)
})

test("a promise gone: listed with its section and rule, exit 1", async () => {
  const { code, said } = await verify(
    madeUpDocument.replace("not possible to prevent a child", "possible to prevent a child"),
  )
  expect(said[0]).toMatch(/^138 of 139 quotes found; this is another version/)
  expect(said.slice(1)).toEqual([
    "C041 (section 2, free-text-asks-no-personal-data): 'not possible to prevent a child from entering personal data' is no longer there",
  ])
  expect(code).toBe(1)
})

test("no such file, a folder, and a file that is not text: one sentence each, exit 2", async () => {
  const absent = join(folder, "absent.txt")
  expect(await spoken(absent)).toEqual({ code: 2, said: [`${absent} cannot be checked: there is no such file.`] })
  expect(await spoken(folder)).toEqual({ code: 2, said: [`${folder} cannot be checked: it is a folder, not a file.`] })
  const { code, said } = await verify(Uint8Array.of(0x50, 0x4b, 0xff, 0xfe))
  expect(said).toEqual([
    expect.stringMatching(/it is not plain text in UTF-8; save the document as plain text first\.$/),
  ])
  expect(code).toBe(2)
})
