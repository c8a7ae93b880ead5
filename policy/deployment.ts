/** One deployment, as `app.config.ts` states it: checked as it is written and again as it is read. */
import { Schema } from "effect"
import { modes } from "./data/mode.ts"
import { isCivilDate } from "./window.ts"

const CivilDate = Schema.String.check(
  Schema.makeFilter((text) => isCivilDate(text) || "a civil date such as 2027-04-19 is needed"),
)

const Said = Schema.String.check(Schema.isMinLength(1))

/** DPIA section 6: who approved the measures and the residual risks, and the DPO's advice. */
const SignOff = Schema.Struct({
  of: Schema.Literals(["measures", "residual-risks", "dpo-advice"]),
  name: Said,
  jobTitle: Said,
  on: CivilDate,
})

/** A finding that somebody with the authority has settled. */
const Decision = Schema.Struct({
  finding: Schema.String.check(Schema.isPattern(/^F\d{2}$/)),
  decision: Said,
  by: Said,
  on: CivilDate,
})

export const Deployment = Schema.Struct({
  mode: Schema.Literals(modes),
  /** Where the site is reached, e.g. https://survey.example; in rehearsal the request's own host will do. */
  origin: Schema.optionalKey(Schema.String.check(Schema.isPattern(/^https:\/\/[^/]+$/))),
  controller: Said,
  regulator: Said,
  /** First and last day, both inclusive, Europe/London. */
  window: Schema.optionalKey(Schema.Struct({ opens: CivilDate, closes: CivilDate })),
  /** Where it listens and keeps; HOST, PORT, DATA_DIR and DATABASE_URL in the environment override these. */
  host: Schema.optionalKey(Said),
  port: Schema.optionalKey(Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 65_535 }))),
  dataDir: Schema.optionalKey(Said),
  databaseUrl: Schema.optionalKey(Said),
  signOffs: Schema.Array(SignOff),
  decisions: Schema.Array(Decision),
})

export type Deployment = typeof Deployment.Type

/** Checks a deployment; unknown entries are refused, so that a slip of the pen is not silently ignored. */
export const readDeployment = Schema.decodeUnknownEffect(Deployment, { onExcessProperty: "error" })
