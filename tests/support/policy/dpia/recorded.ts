/** A deployment in which everything that a person can declare is declared; people, documents and dates are made up. */
import type { RecordedDeployment } from "../../../../policy/deployment/deployment.ts"
import { dpiaVersion } from "../../../../policy/dpia/document/version.ts"
import type { Waiver } from "../../../../policy/dpia/sign-off.ts"
import { personOf } from "../team.ts"

export const today = "2027-02-01"
const [on, dpia] = ["2027-01-04", dpiaVersion.slice(0, 12)]

export const officer = {
  by: personOf("senior-information-risk-owner"),
  role: "senior-information-risk-owner",
  on,
} as const
export const adviser = { by: personOf("dpo"), role: "dpo", on } as const
export const asker = personOf("evidence-team")

export const recorded: RecordedDeployment = {
  mode: "live",
  origin: "https://survey.example",
  accounts: { web: "big-ask-web", writer: "big-ask-writer", keeper: "big-ask-keeper" },
  window: { opens: "2027-04-19", closes: "2027-05-19" },
  contacts: {
    controller: { name: "Children's Commissioner for England", email: "office@commissioner.example" },
    dpo: { name: "Data Protection Officer", email: "dpo@commissioner.example" },
    regulator: { name: "Information Commission", page: "https://regulator.example/complain" },
    security: { name: "Security desk", email: "security@commissioner.example" },
  },
  signOffs: [
    { of: "measures", dpia, ...officer },
    { of: "residual-risks", dpia, ...officer },
    { of: "dpo-advice", dpia, ...adviser, advice: "Proceed.", answer: { outcome: "accepted", ...officer } },
  ],
  decisions: [
    { finding: "F17", decision: "A condition is named.", ...officer },
    { finding: "F18", decision: "The document is adopted.", policyDocument: "Policy 7", ...officer },
    { finding: "F26", decision: "The approvals are in the document.", ...officer },
  ],
  waivers: [],
  risks: [],
  consultations: [],
  attestations: [],
  lawConfirmations: [],
}

export const waiverOf = (finding: Waiver["finding"], change: Partial<Waiver> = {}): Waiver => ({
  finding,
  reason: "The decision is due within the month.",
  owner: officer.by,
  askedBy: asker,
  ...officer,
  on: "2027-01-11",
  until: "2027-06-30",
  ...change,
})

/** Without the decisions on these findings. */
export const undecided = (...findings: readonly string[]): RecordedDeployment => ({
  ...recorded,
  decisions: recorded.decisions.filter(({ finding }) => !findings.includes(finding)),
})
