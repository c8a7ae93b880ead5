/** A deployment in which everything that a person can record is recorded; people, documents and dates are made up. */
import type { RecordedDeployment } from "../../../policy/deployment.ts"
import type { Waiver } from "../../../policy/dpia/sign-off.ts"
import { dpiaVersion } from "../../../policy/dpia/version.ts"

export const today = "2027-02-01"
const [on, dpia] = ["2027-01-04", dpiaVersion.slice(0, 12)]

const officer = { name: "Ama Officer", jobTitle: "Accountable officer", on }

export const recorded: RecordedDeployment = {
  mode: "live",
  origin: "https://survey.example",
  controller: "Children's Commissioner for England",
  regulator: "Information Commission",
  window: { opens: "2027-04-19", closes: "2027-05-19" },
  signOffs: [
    { of: "measures", dpia, ...officer },
    { of: "residual-risks", dpia, ...officer },
    {
      of: "dpo-advice",
      dpia,
      name: "Bo Adviser",
      jobTitle: "Data protection officer",
      on,
      advice: "Proceed.",
      answer: { outcome: "accepted", ...officer },
    },
  ],
  decisions: [
    { finding: "F17", decision: "A condition is named.", by: "The controller", on },
    { finding: "F18", decision: "The document is adopted.", policyDocument: "Policy 7", by: "The controller", on },
    { finding: "F26", decision: "The approvals are in the document.", by: "The controller", on },
  ],
  waivers: [],
  risks: [],
  consultations: [],
}

export const waiverOf = (finding: Waiver["finding"], change: Partial<Waiver> = {}): Waiver => ({
  finding,
  reason: "The decision is due within the month.",
  owner: "Ama Officer",
  askedBy: "Cem Asker",
  grantedBy: "Dot Granter",
  on: "2027-01-11",
  until: "2027-06-30",
  ...change,
})

/** Without the decisions on these findings. */
export const undecided = (...findings: readonly string[]): RecordedDeployment => ({
  ...recorded,
  decisions: recorded.decisions.filter(({ finding }) => !findings.includes(finding)),
})
