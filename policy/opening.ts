/** Live opens only when nothing is missing: what is not imported, not recorded or not settled is named, with who must act. */
import type { RecordedDeployment } from "./deployment.ts"
import { type Missing, missingFromDpia, waiversReliedOn } from "./dpia/readiness.ts"
import type { Window } from "./window.ts"

/** The published geography that has been imported here, if any. */
export type GeographyHeld = "England" | "part of England" | "damaged" | "none"

const geographyWords: Record<Exclude<GeographyHeld, "England">, string> = {
  none: "the published geography of postcodes, schools and councils (ask -- geography import)",
  damaged: "the published geography: the imported file is damaged (ask -- geography import)",
  "part of England": "the published geography of all of England: what is imported is a part (ask -- geography import)",
}

const geographyMissing = (held: GeographyHeld): readonly Missing[] =>
  held === "England" ? [] : [{ what: geographyWords[held], who: "the host" }]

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
  geography: GeographyHeld = "none",
): readonly Missing[] => [
  ...geographyMissing(geography),
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
