/** The three sign-offs of DPIA section 6, by role and day; a person's id stays in the evidence store. */
import type { RecordedDeployment } from "../deployment/deployment.ts"
import { isOfThisVersion, type SignOff } from "../dpia/sign-off.ts"
import type { SignOffReport } from "./report.ts"

const wordsFor = {
  measures: "Measures approved",
  "residual-risks": "Residual risks accepted",
  "dpo-advice": "Advice of the Data Protection Officer, and its answer",
} as const satisfies Record<SignOff["of"], string>

const spoken = (role: SignOff["role"]): string => role.replaceAll("-", " ")

const told = (signOff: SignOff): SignOffReport["recorded"][number] => {
  const { role, on } = signOff
  const by = spoken(role)
  const ofThisVersion = isOfThisVersion(signOff)
  if (!("answer" in signOff)) return { by, on, ofThisVersion }
  const { advice, answer } = signOff
  const reasons = answer.outcome === "overruled" ? { reasons: answer.reasons } : {}
  return {
    by,
    on,
    ofThisVersion,
    advice,
    answer: { outcome: answer.outcome, by: spoken(answer.role), on: answer.on, ...reasons },
  }
}

export const signOffReports = ({ signOffs }: Pick<RecordedDeployment, "signOffs">): readonly SignOffReport[] =>
  Object.entries(wordsFor).map(([of, words]) => ({
    of: words,
    recorded: signOffs.filter((signOff) => signOff.of === of).map(told),
  }))
