/** Keeps the list of sabotages up to date with the code that it quotes and with `rules.md`. */
import { existsSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { rules } from "../../policy/index.ts"
import { root } from "../../src/launcher/set-up.mjs"
import { control } from "./control.ts"
import { occurrences } from "./copy.ts"
import { decayed, unplanned } from "./list.ts"
import { phrases, phrasesIn } from "./phrases.ts"
import { isBuilt, nameOf, type Planned } from "./sabotage.ts"
import { sabotages } from "./sabotages.ts"
import { unnoticedSabotages } from "./unnoticed.ts"

const built = sabotages.filter(isBuilt)

test("every text that a sabotage changes occurs exactly once, and every planned target is still missing", () => {
  expect(decayed([...sabotages, control])).toEqual([])
})

test("the list plans every sabotage of rules.md, and no other but those that once went unnoticed", (context) => {
  const wanted = phrases()
  if (wanted === undefined) {
    console.warn("Skipped: rules.md (../shared/dpia) is missing, so its sabotages were not compared with the list.")
    return context.skip("rules.md is missing")
  }
  expect(unplanned(sabotages, wanted)).toEqual([])
  const planned = sabotages.filter((each) => !unnoticedSabotages.includes(each))
  const stray = planned.filter(
    ({ rule, sabotage }) => !wanted.some((each) => each.rule === rule && each.sabotage === sabotage),
  )
  expect(stray.map(nameOf)).toEqual([])
  expect(wanted.length).toBeGreaterThan(60)
})

test("every rule has a sabotage, and no two sabotages share a name", () => {
  expect(rules.map(({ id }) => id).filter((id) => !sabotages.some(({ rule }) => rule === id))).toEqual([])
  const names = sabotages.map((each) => `${each.rule} ${nameOf(each)}`)
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
})

test("every test file that must catch a sabotage exists", () => {
  const files = built.flatMap(({ caughtBy }) => caughtBy.flatMap((check) => ("file" in check ? [check.file] : [])))
  expect([...new Set(files)].filter((file) => !existsSync(join(root, file)))).toEqual([])
})

describe("the list reports that it is out of date", () => {
  const [one] = built
  const edited = (edit: Planned & { edits: unknown }): readonly string[] => decayed([edit])

  test("when a text is gone or occurs twice, and when a file is gone", () => {
    if (one === undefined) throw new Error("there is no sabotage")
    const edits = (file: string, find: string) => ({ ...one, edits: [{ file, find, replace: "" }] as const })
    expect(edited(edits("policy/response/wire.ts", "a text that no file has"))[0]).toContain(
      "policy/response/wire.ts has 0 places",
    )
    expect(edited(edits("policy/response/wire.ts", "case"))[0]).toMatch(/policy\/response\/wire\.ts has \d+ places/)
    expect(edited(edits("policy/gone.ts", "x"))[0]).toContain("policy/gone.ts does not exist")
    expect(occurrences("aXbXc", "X")).toBe(2)
  })

  test("when a file to write exists already, and when a planned target has been built", () => {
    if (one === undefined) throw new Error("there is no sabotage")
    expect(decayed([{ ...one, edits: [{ file: "policy/response/wire.ts", write: "" }] }])[0]).toContain(
      "exists already",
    )
    const { rule, sabotage } = one
    expect(decayed([{ rule, sabotage, waitsFor: "x", until: "policy/response/wire.ts" }])[0]).toContain("sabotage it")
  })

  test("when it lacks a sabotage of rules.md", () => {
    const row = "| 1 | `no-direct-identifiers` | T S | add a `name` key to the wire; ask for a photograph | x | y |"
    expect(unplanned(sabotages, phrasesIn(row))).toEqual([
      "no-direct-identifiers: no sabotage is planned for “ask for a photograph”",
    ])
  })
})
