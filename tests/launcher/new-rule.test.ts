/** `npm run rule` makes three parts that compile and hold to the convention; until the rule is registered, the meta-test fails. */
import { execFile } from "node:child_process"
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test, vi } from "vitest"
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
  const code = await newRule(args, root)
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
const vitest = (...args: readonly string[]) => run("node_modules/vitest/vitest.mjs", "run", "--retry=0", ...args)

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
    [[], /kebab-case/],
    [["Sold", statement], /kebab-case/],
    [["../../escape", statement], /kebab-case/],
    [[id, "answers are never sold"], /one plain sentence/],
    [[id, statement, "more"], /kebab-case/],
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
  const types = await run("node_modules/typescript/bin/tsc", "--noEmit", "-p", ".", "--pretty", "false")
  expect(types.out.trim()).toBe("")
  const refused = await vitest("tests/policy/refused.test.ts", "-t", id)
  expect(refused.code, refused.out).toBe(0)
  const own = await vitest(`tests/policy/${id}.test.ts`)
  expect(own.code, own.out).toBe(0)

  const after = await vitest("tests/policy/register.test.ts", "tests/policy/refusals.test.ts", "tests/policy/dpia")
  const failing = [...after.out.matchAll(/^.*×.*$/gm)].map(([line]) => line)
  expect(failing.length, "what is still to be done is still asked for").toBeGreaterThan(0)
  expect(after.out).toContain("keeps at least one commitment")
}, 300_000)
