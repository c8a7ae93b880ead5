/** Answers *Is it kept?* from evidence of this build alone: no decision, waiver or attestation makes a rule upheld. */
import type { Kept } from "./kept.ts"
import type { RuleReport } from "./report.ts"

export interface KeptAnswer {
  readonly kept: Kept
  readonly because: string
}

type Evidence = Pick<RuleReport, "id" | "observed" | "counterexamples" | "compileTime" | "tests" | "sabotages">

const faultsIn = ({ observed, counterexamples, tests, sabotages }: Evidence): readonly string[] => [
  ...(observed.status === "broken" ? [`its audit found: ${observed.words}`] : []),
  ...(counterexamples?.wrong ?? []).map((what) => `a counterexample was ${what}`),
  ...(tests.checked ? tests.failing.map((name) => `a test failed: ${name}`) : []),
  ...(sabotages.checked ? sabotages.uncaught.map((name) => `a sabotage went unnoticed: ${name}`) : []),
]

const testGaps = ({ id, tests }: Evidence): readonly string[] => {
  if (!tests.checked) return [tests.because]
  const isOwn = tests.files.some(({ file }) => file.endsWith(`/${id}.test.ts`))
  return [
    ...(tests.passed === 0 || !isOwn ? ["no test of its own was run"] : []),
    ...(tests.skipped > 0 ? [`${tests.skipped} of its tests were left out`] : []),
  ]
}

const gapsIn = (evidence: Evidence): readonly string[] => {
  const { observed, compileTime } = evidence
  return [
    ...(observed.status === "not checked" ? [observed.words] : []),
    ...testGaps(evidence),
    ...(compileTime?.seen.checked && compileTime.seen.refused < compileTime.of
      ? ["not every refusal of the compiler was seen"]
      : []),
  ]
}

export const judgeKept = (evidence: Evidence): KeptAnswer => {
  const faults = faultsIn(evidence)
  if (faults.length > 0) return { kept: "broken", because: faults.join("; ") }
  const gaps = gapsIn(evidence)
  return gaps.length > 0
    ? { kept: "not-checked", because: gaps.join("; ") }
    : { kept: "upheld", because: "its audit and its tests of this very build say so" }
}
