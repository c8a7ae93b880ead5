/** Live opens only when nothing is missing: what is not built, not recorded or not settled is named, with who must act. */
import type { RecordedDeployment } from "./deployment.ts"
import { type Missing, missingFromDpia, waiversReliedOn } from "./dpia/readiness.ts"
import type { Window } from "./window.ts"

/** Parts of the platform without which no real answer may be taken. */
export const parts = ["transfer", "destruction", "real geography"] as const
export type Part = (typeof parts)[number]

/** What exists today. Each part joins this list in the change that builds it. */
export const builtParts: readonly Part[] = ["destruction", "real geography"]

const partNotBuilt: Record<Part, string> = {
  transfer:
    "transfer of the sealed answers is not built whole: its sealed backup, its nightly run and close do not exist yet",
  destruction: "destruction of a day's private key after its transfer does not exist yet",
  "real geography": "the published postcode geography cannot be imported yet",
}

/** The published geography that has been imported here, if any. */
export type GeographyHeld = "England" | "part of England" | "damaged" | "none"

const geographyWords: Record<Exclude<GeographyHeld, "England">, string> = {
  none: "the published geography of postcodes, schools and councils (ask -- geography import)",
  damaged: "the published geography: the imported file is damaged (ask -- geography import)",
  "part of England": "the published geography of all of England: what is imported is a part (ask -- geography import)",
}

const geographyMissing = (held: GeographyHeld, built: readonly Part[]): readonly Missing[] =>
  held === "England" || !built.includes("real geography") ? [] : [{ what: geographyWords[held], who: "the host" }]

/** A waiver that ends before the first answer could come opens nothing. */
const endedBefore = (opens: string, deployment: RecordedDeployment, today: string): readonly Missing[] =>
  waiversReliedOn(deployment, today)
    .filter(({ until }) => until < opens)
    .map(({ finding, until, owner }) => ({
      what: `a decision on finding ${finding}: its waiver ends on ${until}, before the window opens`,
      who: owner,
    }))

/** `today` is a civil date in London, from a clock. */
export const missingToOpen = (
  deployment: RecordedDeployment,
  today: string,
  built: readonly Part[] = builtParts,
  geography: GeographyHeld = "none",
): readonly Missing[] => [
  ...parts.filter((part) => !built.includes(part)).map((part) => ({ what: partNotBuilt[part], who: "the developers" })),
  ...geographyMissing(geography, built),
  ...(deployment.window
    ? endedBefore(deployment.window.opens, deployment, today)
    : [{ what: "the collection window (window in app.config.ts)", who: "the controller" }]),
  ...(deployment.origin ? [] : [{ what: "the site's https origin (origin in app.config.ts)", who: "the host" }]),
  ...missingFromDpia(deployment, today),
]

/** The window to open; it closes early on the last day of a waiver that it rests on, unless a decision comes first. */
export const windowToOpen = (deployment: RecordedDeployment, today: string): Window | undefined =>
  deployment.window && {
    opens: deployment.window.opens,
    closes: waiversReliedOn(deployment, today).reduce(
      (closes, { until }) => (until < closes ? until : closes),
      deployment.window.closes,
    ),
  }

/** The refusal to open live, for a person to act on. */
export const openingRefusal = (missing: readonly Missing[]): string =>
  ["Live cannot open. Missing:", ...missing.map(({ what, who }) => `  - ${what}. Who must act: ${who}.`)].join("\n")
