/** Live opens only when nothing is missing: what is not built, not recorded or not settled is named, with who must act. */
import type { Deployment } from "./deployment.ts"

/** Parts of the platform without which no real answer may be taken. */
export const parts = ["transfer", "destruction", "real geography"] as const
export type Part = (typeof parts)[number]

/** What exists today. Each part joins this list in the change that builds it. */
export const builtParts: readonly Part[] = []

export interface Missing {
  readonly what: string
  readonly who: string
}

const partNotBuilt: Record<Part, string> = {
  transfer: "transfer of the sealed answers to the evidence store does not exist yet",
  destruction: "destruction of a day's private key after its transfer does not exist yet",
  "real geography": "the published postcode geography cannot be imported yet",
}

const signOffWords = {
  measures: "the approval of the measures (DPIA section 6)",
  "residual-risks": "the approval of the residual risks (DPIA section 6)",
  "dpo-advice": "the DPO's advice (DPIA section 6)",
} as const

/** The findings that keep live shut until somebody settles them. */
const blockingFindings = [
  {
    finding: "F17",
    what: "an Article 10 condition for options that hint at an offence",
    who: "the controller, with the DPO",
  },
  { finding: "F18", what: "an appropriate policy document for special category data", who: "the controller" },
  { finding: "F26", what: "the approvals the DPIA leaves blank", who: "the controller's accountable officer" },
] as const

export const missingToOpen = (deployment: Deployment, built: readonly Part[] = builtParts): readonly Missing[] => [
  ...parts.filter((part) => !built.includes(part)).map((part) => ({ what: partNotBuilt[part], who: "the developers" })),
  ...(deployment.window ? [] : [{ what: "the collection window (window in app.config.ts)", who: "the controller" }]),
  ...(deployment.origin ? [] : [{ what: "the site's https origin (origin in app.config.ts)", who: "the host" }]),
  ...(["measures", "residual-risks", "dpo-advice"] as const)
    .filter((of) => !deployment.signOffs.some((signOff) => signOff.of === of))
    .map((of) => ({
      what: `${signOffWords[of]} (signOffs in app.config.ts)`,
      who: of === "dpo-advice" ? "the DPO" : "the controller's accountable officer",
    })),
  ...blockingFindings
    .filter(({ finding }) => !deployment.decisions.some((decision) => decision.finding === finding))
    .map(({ finding, what, who }) => ({ what: `finding ${finding}: ${what} (decisions in app.config.ts)`, who })),
]

/** The refusal to open live, for a person to act on. */
export const openingRefusal = (missing: readonly Missing[]): string =>
  ["Live cannot open. Missing:", ...missing.map(({ what, who }) => `  - ${what}. Who must act: ${who}.`)].join("\n")
