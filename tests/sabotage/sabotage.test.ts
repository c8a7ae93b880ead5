/** The list of sabotages does not rot: what each changes is still there, and each of `rules.md` is planned. */
import { existsSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { rules } from "../../policy/index.ts"
import { root } from "../../src/launcher/set-up.mjs"
import { occurrences } from "./copy.ts"
import { decayed, unplanned } from "./list.ts"
import { phrases, phrasesIn } from "./phrases.ts"
import { isBuilt, nameOf, type Planned } from "./sabotage.ts"
import { sabotages } from "./sabotages.ts"

const built = sabotages.filter(isBuilt)

test("every text that a sabotage changes is there exactly once, and what is not built is not built", () => {
  expect(decayed(sabotages)).toEqual([])
})

test("every sabotage of rules.md is planned, and none that is not there", (context) => {
  const asked = phrases()
  if (asked === undefined) {
    console.warn("Skipped: rules.md (../shared/dpia) is not here, so its sabotages were not compared with the list.")
    return context.skip("rules.md is not here")
  }
  expect(unplanned(sabotages, asked)).toEqual([])
  const stray = sabotages.filter(
    ({ rule, sabotage }) => !asked.some((each) => each.rule === rule && each.sabotage === sabotage),
  )
  expect(stray.map(nameOf)).toEqual([])
  expect(asked.length).toBeGreaterThan(60)
})

test("every rule has a sabotage, and each name stands once", () => {
  expect(rules.map(({ id }) => id).filter((id) => !sabotages.some(({ rule }) => rule === id))).toEqual([])
  const names = sabotages.map((each) => `${each.rule} ${nameOf(each)}`)
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
})

test("every test that is to catch one is there", () => {
  const files = built.flatMap(({ caughtBy }) => caughtBy.flatMap((check) => ("file" in check ? [check.file] : [])))
  expect([...new Set(files)].filter((file) => !existsSync(join(root, file)))).toEqual([])
})

describe("a list that has rotted is found out", () => {
  const [one] = built
  const edited = (edit: Planned & { edits: unknown }): readonly string[] => decayed([edit])

  test("by a text that is gone, one that stands twice, and a file that is gone", () => {
    if (one === undefined) throw new Error("there is no sabotage")
    const edits = (file: string, find: string) => ({ ...one, edits: [{ file, find, replace: "" }] as const })
    expect(edited(edits("policy/wire.ts", "what was never there"))[0]).toContain("policy/wire.ts has 0 places")
    expect(edited(edits("policy/wire.ts", "case"))[0]).toMatch(/policy\/wire\.ts has \d+ places/)
    expect(edited(edits("policy/gone.ts", "x"))[0]).toContain("policy/gone.ts is not there")
    expect(occurrences("aXbXc", "X")).toBe(2)
  })

  test("by a file to write that is there already, and by what has been built since", () => {
    if (one === undefined) throw new Error("there is no sabotage")
    expect(decayed([{ ...one, edits: [{ file: "policy/wire.ts", write: "" }] }])[0]).toContain("is there already")
    const { rule, sabotage } = one
    expect(decayed([{ rule, sabotage, waitsFor: "x", until: "policy/wire.ts" }])[0]).toContain("sabotage it")
  })

  test("by a sabotage of rules.md that nobody planned", () => {
    const row = "| 1 | `no-direct-identifiers` | T S | add a `name` key to the wire; ask for a photograph | x | y |"
    expect(unplanned(sabotages, phrasesIn(row))).toEqual([
      "no-direct-identifiers: nothing is planned for “ask for a photograph”",
    ])
  })
})
