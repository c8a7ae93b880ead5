/** `npm run rule` makes three parts that compile and hold to the convention; until the rule is registered, the meta-test fails. */
import { execFile } from "node:child_process"
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { Console, Effect } from "effect"
import { afterAll, beforeAll, expect, test, vi } from "vitest"
import { ruleIds } from "../../policy/rule-id.ts"
import { exitCodeOf } from "../../src/commands/exit-code.ts"
import { newRule } from "../../src/commands/rule.ts"
import { type Copy, copyOfTree } from "../sabotage/copy.ts"

const id = "nothing-is-sold"
const parts = [`policy/rules/${id}.ts`, `tests/policy/${id}.test.ts`, `tests/refused/${id}.not-kept.ts`]
const patience = 300_000

let copy: Copy
beforeAll(() => {
  copy = copyOfTree()
}, patience)
afterAll(() => copy.remove())

const said = async (args: readonly string[], root?: string) => {
  const lines: string[] = []
  const spies = (["log", "error"] as const).map((channel) =>
    vi.spyOn(console, channel).mockImplementation((line: string) => void lines.push(line)),
  )
  const [id = "", statement = ""] = args
  const code = await Effect.runPromise(
    newRule(id, statement, root).pipe(
      Effect.as(0),
      Effect.catch((error) => Effect.as(Console.error(error.message), exitCodeOf(error))),
    ),
  )
  for (const spy of spies) spy.mockRestore()
  return { code, lines: lines.join("\n") }
}

/** In the copy, with our own Node. */
const run = (...args: readonly string[]): Promise<{ readonly code: number; readonly out: string }> =>
  new Promise((resolve) => {
    const options = { cwd: copy.folder, maxBuffer: 2 ** 26 }
    const child = execFile(process.execPath, args, options, (_, out, error) =>
      resolve({ code: child.exitCode ?? 1, out: `${out}${error}` }),
    )
  })
const vitest = (...files: readonly string[]) =>
  run("node_modules/vitest/vitest.mjs", "run", "--retry=0", "--project=rules and pages", ...files)

const edit = (file: string, find: string, replace: string): void => {
  const path = join(copy.folder, file)
  const text = readFileSync(path, "utf8")
  expect(text.split(find), `${file} has one place with ${find}`).toHaveLength(2)
  writeFileSync(
    path,
    text.replace(find, () => replace),
  )
}

test("a name, a statement or a place that will not do is refused in one sentence, and nothing is written", async () => {
  const statement = "Answers are never sold."
  const wrong: ReadonlyArray<readonly [readonly string[], RegExp]> = [
    [["Sold", statement], /kebab-case/],
    [["../../escape", statement], /kebab-case/],
    [[id, "answers are never sold"], /one plain sentence/],
    [["opt-out-on-every-question", statement], /already/],
  ]
  for (const [args, why] of wrong) {
    const { code, lines } = await said(args, copy.folder)
    expect(code).toBe(2)
    expect(lines).toMatch(why)
    expect(lines).not.toContain("\n")
  }
  expect(parts.filter((file) => existsSync(join(copy.folder, file)))).toEqual([])
})

test("three parts; the meta-test fails until it is registered; then all compile and its own test passes", async () => {
  const { code, lines } = await said([id, "Answers are never sold."], copy.folder)
  expect(code).toBe(0)
  for (const part of [...parts, "policy/rule-id.ts", "policy/index.ts", "commitments"]) expect(lines).toContain(part)
  for (const file of parts) expect(readFileSync(join(copy.folder, file), "utf8")).toMatch(/^\/\*\* .*\. \*\/\n/)
  expect((await said([id, "Answers are never sold."], copy.folder)).lines).toContain("Nothing was written")

  const before = await vitest("tests/policy/register.test.ts")
  expect(before.code).not.toBe(0)
  expect(before.out).toContain(id)

  edit("policy/rule-id.ts", `  "dpia-signed-off",\n]`, `  "dpia-signed-off",\n  "${id}",\n]`)
  edit("policy/index.ts", "  dpiaSignedOff,\n]", "  dpiaSignedOff,\n  nothingIsSold,\n]")
  edit(
    "policy/index.ts",
    `import { dpiaSignedOff } from "./rules/dpia-signed-off.ts"`,
    `import { dpiaSignedOff } from "./rules/dpia-signed-off.ts"\nimport { nothingIsSold } from "./rules/${id}.ts"`,
  )
  // No other source knows the type of a rule’s name; the whole project has been checked before.
  const fixture = `tests/refused/${id}.not-kept.ts`
  const include = [
    "policy",
    "surveys",
    "src/commands/run-results.ts",
    "tests/tags.d.ts",
    `tests/policy/${id}.test.ts`,
    fixture,
  ]
  const project = { extends: "./tsconfig.json", include, exclude: [] }
  writeFileSync(join(copy.folder, "tsconfig.parts.json"), JSON.stringify(project))
  const tsc = "node_modules/typescript/bin/tsc"
  const types = await run(tsc, "--noEmit", "-p", "tsconfig.parts.json", "--pretty", "false")
  expect(types.out.match(/error TS\d+/g), types.out).toHaveLength(1)
  expect(types.out.startsWith(`${fixture}(`), types.out).toBe(true)
  expect([...ruleIds, id].filter((each) => types.out.includes(`"${each}"`))).toEqual([id])

  const own = `tests/policy/${id}.test.ts`
  const metaTests = ["register", "refusals", "dpia/commitments"].map((name) => `tests/policy/${name}.test.ts`)
  const after = await vitest(own, ...metaTests)
  expect(after.out).toMatch(new RegExp(`✓.*${own}`))
  const failing = [...after.out.matchAll(/^.*×.*$/gm)].map(([line]) => line)
  expect(failing.length, "the remaining steps are still demanded").toBeGreaterThan(0)
  expect(after.out).toContain("keeps at least one commitment")
}, 300_000)
