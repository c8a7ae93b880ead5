/** Lists everything that live still needs before it may open, and who must act. */
import type { Window } from "../window.ts"
import { type ContactHolder, contactHolders } from "./contacts.ts"
import type { RecordedDeployment } from "./deployment.ts"
import { type Missing, missingFromDpia, waiversReliedOn } from "./readiness.ts"

/** The published geography that has been imported here, if any. */
export type ImportedGeography = "England" | "part of England" | "damaged" | "none"

/** A sandbox of the operating system for the web process, which a machine may offer or not. */
export type SandboxHere = "offered" | "none"

/** Node's own permission model is no boundary against hostile code. */
const wallMissing = ({ accounts }: RecordedDeployment, sandbox: SandboxHere): readonly Missing[] =>
  accounts !== undefined || sandbox === "offered"
    ? []
    : [
        {
          what: "a wall around the web process: bubblewrap (bwrap) on the machine, or separate accounts",
          who: "the host",
          how: "accounts in app.config.ts",
        },
      ]

const geographyWords: Record<Exclude<ImportedGeography, "England">, string> = {
  none: "the published geography of postcodes, schools and councils",
  damaged: "the published geography: the imported file is damaged",
  "part of England": "the published geography of all of England: only a part is imported",
}

const geographyMissing = (imported: ImportedGeography): readonly Missing[] =>
  imported === "England" ? [] : [{ what: geographyWords[imported], who: "the host", how: "geography import" }]

/** A waiver that ends before the window opens cannot open live. */
const endedBefore = (opens: string, deployment: RecordedDeployment, today: string): readonly Missing[] =>
  waiversReliedOn(deployment, today)
    .filter(({ until }) => until < opens)
    .map(({ finding, until }) => ({
      what: `a decision on finding ${finding}: its waiver ends on ${until}, before the window opens`,
      who: "the owner of the waiver",
      how: `declare decision ${finding}`,
    }))

const contactWords: Readonly<Record<ContactHolder, string>> = {
  controller: "the controller",
  dpo: "the Data Protection Officer",
  regulator: "the regulator",
  security: "the office to which weaknesses are reported",
}

/** UK GDPR Art 13(1)(a), (b) and (2)(d): children are given these on the privacy page. */
const contactsMissing = ({ contacts }: RecordedDeployment): readonly Missing[] =>
  contactHolders
    .filter((holder) => contacts[holder] === undefined)
    .map((holder) => ({
      what: `the contact details of ${contactWords[holder]}`,
      who: "the controller",
      how: `declare contact ${holder}`,
    }))

/** `today` is a civil date in London, by a clock. */
export const missingToOpen = (
  deployment: RecordedDeployment,
  today: string,
  geography: ImportedGeography = "none",
  sandbox: SandboxHere = "none",
): readonly Missing[] => [
  ...geographyMissing(geography),
  ...wallMissing(deployment, sandbox),
  ...(deployment.window
    ? endedBefore(deployment.window.opens, deployment, today)
    : [{ what: "the collection window", who: "the controller", how: "declare window" }]),
  ...(deployment.origin
    ? []
    : [{ what: "the site's https origin", who: "the host", how: "ORIGIN, or origin in app.config.ts" }]),
  ...contactsMissing(deployment),
  ...missingFromDpia(deployment, today),
]

/** The window to open. It closes early, on the last day of a waiver that live depends on, unless a decision comes first. */
export const windowToOpen = (deployment: RecordedDeployment, today: string): Window | undefined =>
  deployment.window && {
    opens: deployment.window.opens,
    // ISO dates sort as they read.
    closes:
      [deployment.window.closes, ...waiversReliedOn(deployment, today).map(({ until }) => until)].toSorted()[0] ??
      deployment.window.closes,
  }

const howWords = (how: string): string => (how.includes("app.config.ts") ? how : `ask -- ${how}`)

/** Names the missing record, who must act, and the command that makes it. */
export const missingLine = ({ what, because, who, how }: Missing): string =>
  `  - ${what}${because === undefined ? "" : ` (${because})`}. Who must act: ${who}. How: ${howWords(how)}.`

export const openingRefusal = (missing: readonly Missing[]): string =>
  ["Live cannot open, and no answer is taken. Missing:", ...missing.map(missingLine)].join("\n")
