/** Every promise names evidence that exists: tests with its rule's tag, its rule's audit, people, or the work that is to come. */
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { commitments } from "../../../policy/dpia/commitments/commitments.ts"
import { keptBy, keptText, unaudited } from "../../../policy/dpia/commitments/kept-by.ts"
import { rules } from "../../../policy/index.ts"
import type { Rule } from "../../../policy/rule.ts"

const root = join(import.meta.dirname, "..", "..", "..")
const all = commitments.map((commitment) => ({ ...commitment, evidence: keptBy(commitment, commitments) }))
const registered: readonly Pick<Rule, "id" | "notBuilt">[] = rules

test("every test file that a promise names exists, and its rule's carries the rule's tag", () => {
  const lost = all.flatMap(({ id, rule, evidence }) =>
    evidence.tests.flatMap(({ tests, tagged }) => {
      if (!existsSync(join(root, tests))) return [`${id}: ${tests} does not exist`]
      const isTagged = !tagged || readFileSync(join(root, tests), "utf8").includes(`"${rule}"`)
      return isTagged ? [] : [`${id}: no test of ${tests} carries ${rule}`]
    }),
  )
  expect(lost).toEqual([])
})

test("every promise is tested and audited, attested, or names the work that will build it", () => {
  const silent = all.filter(
    ({ evidence }) => evidence.tests.length === 0 && !evidence.attested && evidence.notBuilt === undefined,
  )
  expect(silent.map(({ id }) => id)).toEqual([])
  expect(all.filter(({ evidence }) => evidence.audited && evidence.tests.length === 0)).toEqual([])
})

test("no promise is kept by a rule whose audit is not built, without a word of it", () => {
  expect(registered.filter(({ notBuilt }) => notBuilt !== undefined).map(({ id }) => id)).toEqual(unaudited)
  const quiet = all.filter(
    ({ rule, evidence }) => rule === "free-text-cleaned-before-analysis" && evidence.notBuilt === undefined,
  )
  expect(all.filter(({ rule, evidence }) => unaudited.includes(rule) && evidence.audited)).toEqual([])
  expect(quiet.map(({ id }) => id)).toEqual([])
})

test("the promises of each kind are counted, so that a change of one shows", () => {
  const kinds = all.map(({ evidence }) => {
    if (evidence.tests.length === 0) return evidence.attested ? "people alone" : "not built"
    return evidence.notBuilt === undefined ? "tested" : "in part"
  })
  const counted = Object.fromEntries([...Map.groupBy(kinds, (kind) => kind)].map(([kind, each]) => [kind, each.length]))
  expect(counted).toEqual({ tested: 84, "in part": 19, "people alone": 29, "not built": 7 })
})

test("each is shown in a few words", () => {
  const shown = (id: string) =>
    keptText(all.find((each) => each.id === id)?.evidence ?? { tests: [], audited: false, attested: true })
  expect(shown("C042")).toMatch(/^audited; .*in part: each text is scanned and held/)
  expect(shown("C081")).toBe("attested by people")
  expect(shown("C060")).toMatch(/^audited; tested by tests\/policy\/collection-window\.test\.ts, tests\/db/)
  expect(shown("C027")).toContain("in part: copies made past the platform")
})

test("what nothing keeps yet belongs by name to a work to come", () => {
  const nameless = all.filter(
    ({ evidence: { tests, attested, notBuilt } }) => tests.length === 0 && !attested && !/: “.+”$/.test(`${notBuilt}`),
  )
  expect(nameless.map(({ id }) => id)).toEqual([])
})
