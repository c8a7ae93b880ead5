/** Every definition that breaks a rule is refused by the compiler in the rule's own name; one that breaks none is not. */
import { execFile } from "node:child_process"
import { join } from "node:path"
import { beforeAll, expect, test } from "vitest"
import { ruleIds } from "../../policy/rule-id.ts"
import { fixtures, refusedFolder } from "./fixtures.ts"

const root = join(refusedFolder, "..", "..")
const compiler = join(root, "node_modules", "typescript", "bin", "tsc")

/** What the compiler says of each file, without the path, which has the rule's id in it. */
const diagnostics = new Map<string, string[]>()

beforeAll(async () => {
  const project = ["-p", "tests/refused", "--noEmit", "--pretty", "false"]
  const said = await new Promise<string>((resolve) =>
    execFile(process.execPath, [compiler, ...project], { cwd: root, maxBuffer: 2 ** 26 }, (_, out) => resolve(out)),
  )
  for (const [, file = "", message = ""] of said.matchAll(/^(\S+?)\(\d+,\d+\): (error .*(?:\n\s.*)*)/gm))
    diagnostics.set(file, [...(diagnostics.get(file) ?? []), message])
}, 120_000)

const said = (file: string): readonly string[] => diagnostics.get(`tests/refused/${file}`) ?? []

const rulesNamedIn = (message: string) => ruleIds.filter((id) => message.includes(`"${id}"`))

test("the base they share compiles, and nothing but the fixtures is refused", () => {
  expect(said("control.ts")).toEqual([])
  expect([...diagnostics.keys()].sort()).toEqual(fixtures.map(({ file }) => `tests/refused/${file}`).sort())
})

for (const { file, breaks } of fixtures)
  test(`does not compile, and names its rule and no other: ${file}`, { tags: [...breaks] }, () => {
    expect(said(file).map(rulesNamedIn)).toEqual([breaks])
  })

test("a definition that breaks two rules at once names both", () => {
  expect(fixtures.filter(({ breaks }) => breaks.length > 1).length).toBeGreaterThanOrEqual(2)
})
