/** Checks that the compiler refuses every definition that breaks a rule, in that rule's name, and no lawful one. */
import { execFile } from "node:child_process"
import { join } from "node:path"
import { beforeAll, expect, test } from "vitest"
import { ruleIds } from "../../policy/rule-id.ts"
import { fixtures, refusedFolder } from "../support/policy/fixtures.ts"

const root = join(refusedFolder, "..", "..")
const compiler = join(root, "node_modules", "typescript", "bin", "tsc")

/** The compiler's messages for each file, without the path, which contains the rule's id. */
const diagnostics = new Map<string, string[]>()

beforeAll(async () => {
  const project = ["-p", "tests/refused", "--noEmit", "--pretty", "false"]
  const output = await new Promise<string>((resolve) =>
    execFile(process.execPath, [compiler, ...project], { cwd: root, maxBuffer: 2 ** 26 }, (_, out) => resolve(out)),
  )
  for (const [, file = "", message = ""] of output.matchAll(/^(\S+?)\(\d+,\d+\): (error .*(?:\n\s.*)*)/gm))
    diagnostics.set(file, [...(diagnostics.get(file) ?? []), message])
}, 120_000)

const messagesFor = (file: string): readonly string[] => diagnostics.get(`tests/refused/${file}`) ?? []

const rulesNamedIn = (message: string) => ruleIds.filter((id) => message.includes(`"${id}"`))

test("the forms that the fixtures share compile, and only the fixtures are refused", () => {
  expect(messagesFor("control.ts")).toEqual([])
  expect([...diagnostics.keys()].sort()).toEqual(fixtures.map(({ file }) => `tests/refused/${file}`).sort())
})

for (const { file, breaks } of fixtures)
  test(`does not compile, and names its rule and no other: ${file}`, { tags: [...breaks] }, () => {
    const named = messagesFor(file).map(rulesNamedIn)
    expect(named).not.toContainEqual([])
    expect(ruleIds.filter((id) => named.flat().includes(id))).toEqual(breaks)
    if (breaks.length === 1) expect(named).toHaveLength(1)
  })

test("a definition that breaks two rules at once names both", () => {
  expect(fixtures.filter(({ breaks }) => breaks.length > 1).length).toBeGreaterThanOrEqual(2)
})
