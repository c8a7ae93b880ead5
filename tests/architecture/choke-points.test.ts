/** Holds each rule to the product functions that it names: they exist, the product calls them, and its tests attack them. */
import { describe, expect, test } from "vitest"
import { rules } from "../../policy/index.ts"
import type { Rule } from "../../policy/rule.ts"
import { callGraph, type Declaration, exampleDecoders } from "../support/call-graph.ts"
import { fixtures } from "../support/policy/fixtures.ts"
import { code, read } from "../support/sources.ts"

const fixtureAt = (file: string): string => `tests/refused/${file}`

const graph = callGraph([...code, ...fixtures.map(({ file }) => read(fixtureAt(file)))])

/** What runs: the processes, the command line, the browser's script, and each address of the site. */
const entries =
  /^(?:src\/(?:entry-|app\.tsx|routes\/|server\/web\.ts|writer\/writer|keeper\/keeper|staff\/staff|launcher\/(?:main\.ts|start\.mjs|prepare\.mjs)|commands\/(?:ask\.ts|big-ask\.mjs))|db\/residue\/scan-worker)/

const started = code
  .map(({ file }) => file)
  .filter((file) => entries.test(file))
  .flatMap(graph.wholeFile)

const isInRule = (declaration: Declaration): boolean => declaration.startsWith("policy/rules/")

const running = graph.reachedFrom(started, "values")
/** A rule's own file is no caller: its examples could call anything. */
const onTheWay = graph.reachedFrom(started, "values", isInRule)

/** Nothing of the product opens a collection but the first answers found in it. */
const withoutCaller: readonly Declaration[] = [
  "policy/custody/collection.ts#notOpen",
  "policy/custody/collection.ts#openCollection",
]

const all: readonly Pick<Rule, "id" | "enforcedAt" | "examples">[] = rules

/** The register of assets has one reader, the report, which reads it through its rule. */
const isCalled = (point: Declaration): boolean =>
  (point.startsWith("policy/dpia/") ? running : onTheWay).has(point) || withoutCaller.includes(point)

/** What a rule names, all that this reaches, and the types written next to it. */
const isBoundBy = ({ enforcedAt }: Pick<Rule, "enforcedAt">): ((declaration: Declaration) => boolean) => {
  const reached = graph.reachedFrom(enforcedAt, "values and types", isInRule)
  const files = enforcedAt.map((point) => point.split("#")[0])
  const isTypeNextToIt = (each: Declaration) => files.includes(each.split("#")[0]) && !graph.exported.includes(each)
  return (each) => !each.endsWith("#<module>") && (reached.has(each) || isTypeNextToIt(each))
}

describe("choke points", () => {
  test.for(all)("$id names functions that exist and that the product calls", ({ enforcedAt }) => {
    expect(enforcedAt.filter((point) => !graph.exported.includes(point))).toEqual([])
    expect(enforcedAt.filter((point) => !isCalled(point))).toEqual([])
  })

  test("each fixture attacks what its rules name, or what that reaches, and nothing that no product code calls", () => {
    const elsewhere = fixtures.flatMap(({ file, breaks }) => {
      const uses = graph.wholeFile(fixtureAt(file)).map(graph.usesOf)
      const called = uses.flatMap(({ values }) => values).filter((each) => /^(policy|db|src|surveys)\//.test(each))
      const named = [...called, ...uses.flatMap(({ types }) => types)]
      const bound = all.filter(({ id }) => breaks.includes(id)).map(isBoundBy)
      const isAimed = bound.every((each) => named.some(each))
      const uncalled = called.filter((each) => !running.has(each) && !withoutCaller.includes(each))
      return isAimed && uncalled.length === 0 ? [] : [`${file}: ${named.join(", ")}`]
    })
    expect(elsewhere).toEqual([])
  })

  test.for(all.filter(({ examples }) => examples !== undefined))(
    "$id: its examples go through what it binds",
    (rule) => {
      const used = exampleDecoders(code).get(`policy/rules/${rule.id}.ts`) ?? []
      const isBound = isBoundBy(rule)
      expect(used.length).toBeGreaterThan(0)
      expect(used.filter((each) => !isBound(each) && !each.startsWith("policy/response/small-form.ts#"))).toEqual([])
    },
  )

  test("no gate is left without a caller in the product", () => {
    const rooms = /^policy\/(?:rules|release|custody|response)\//
    const uncalled = graph.exported.filter((each) => rooms.test(each) && !running.has(each))
    expect(uncalled.filter((each) => !withoutCaller.includes(each))).toEqual([])
    expect(
      withoutCaller.filter((each) => running.has(each)),
      "these have a caller now",
    ).toEqual([])
  })
})
