/** How a rule stands, from the evidence alone: what was not looked at on this very build is never upheld. */
import type { RuleReport } from "./report.ts"

/** In the order in which they need the DPO. */
export const statuses = ["broken", "needs a decision", "waived", "not checked", "upheld"] as const
export type Status = (typeof statuses)[number]

export const rankOf = (status: Status): number => statuses.indexOf(status)

export interface Standing {
  readonly status: Status
  readonly because: string
}

/** What is open to a decision: pressing findings that nobody has settled, and those that a waiver holds for now. */
export interface Undecided {
  /** In words. */
  readonly open: readonly string[]
  readonly waived: ReadonlyArray<{ readonly id: string; readonly until: string }>
}

type Evidence = Pick<RuleReport, "id" | "observed" | "counterexamples" | "compileTime" | "tests" | "sabotages">

const faultsIn = ({ observed, counterexamples, tests, sabotages }: Evidence): readonly string[] => [
  ...(observed.status === "broken" ? [`its audit found: ${observed.words}`] : []),
  ...(counterexamples?.wrong ?? []).map((what) => `a counterexample was ${what}`),
  ...(tests.checked ? tests.failing.map((name) => `a test failed: ${name}`) : []),
  ...(sabotages.checked ? sabotages.uncaught.map((name) => `a sabotage went unnoticed: ${name}`) : []),
]

const gapsIn = ({ id, observed, compileTime, tests }: Evidence): readonly string[] => {
  const isOwn = tests.checked && tests.files.some(({ file }) => file.endsWith(`/${id}.test.ts`))
  return [
    ...(observed.status === "not checked" ? [observed.words] : []),
    ...(tests.checked ? [] : [tests.because]),
    ...(tests.checked && (tests.passed === 0 || !isOwn) ? ["no test of its own was run"] : []),
    ...(compileTime?.seen.checked && compileTime.seen.refused < compileTime.of
      ? ["not every refusal of the compiler was seen"]
      : []),
  ]
}

export const standingOf = (evidence: Evidence, { open, waived }: Undecided): Standing => {
  const faults = faultsIn(evidence)
  if (faults.length > 0) return { status: "broken", because: faults.join("; ") }
  if (open.length > 0) return { status: "needs a decision", because: open.join("; ") }
  const held = waived[0]
  if (held !== undefined) return { status: "waived", because: `${held.id} is waived until ${held.until}` }
  const gaps = gapsIn(evidence)
  return gaps.length > 0
    ? { status: "not checked", because: gaps.join("; ") }
    : { status: "upheld", because: "its audit and its tests of this very build say so" }
}
