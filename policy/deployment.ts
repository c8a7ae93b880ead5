/** One deployment, as `app.config.ts` states it: checked as it is written and again as it is read. */
import { Schema } from "effect"
import { modes } from "./data/mode.ts"
import { CivilDate, Said } from "./dpia/entry.ts"
import { Consultation, RiskLevel } from "./dpia/risk.ts"
import { Decision, type NotWaivable, SignOff, Waiver } from "./dpia/sign-off.ts"
import { NeighbourhoodUse } from "./neighbourhood-use.ts"

const isOnceEach = (levels: readonly RiskLevel[]): boolean =>
  new Set(levels.map(({ risk }) => risk)).size === levels.length

const Recorded = Schema.Struct({
  mode: Schema.Literals(modes),
  /** Where the site is reached, e.g. https://survey.example; in rehearsal the request's own host will do. */
  origin: Schema.optionalKey(Schema.String.check(Schema.isPattern(/^https:\/\/[^/]+$/))),
  controller: Said,
  regulator: Said,
  /** First and last day, both inclusive, Europe/London. */
  window: Schema.optionalKey(
    Schema.Struct({ opens: CivilDate, closes: CivilDate }).check(
      Schema.makeFilter(({ opens, closes }) => opens <= closes || "the window closes on or after the day it opens"),
    ),
  ),
  /** Where it listens and keeps; HOST, PORT, DATA_DIR and DATABASE_URL in the environment override these. */
  host: Schema.optionalKey(Schema.String.check(Schema.isMinLength(1))),
  port: Schema.optionalKey(Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 65_535 }))),
  dataDir: Schema.optionalKey(Schema.String.check(Schema.isMinLength(1))),
  databaseUrl: Schema.optionalKey(Schema.String.check(Schema.isMinLength(1))),
  evidenceUrl: Schema.optionalKey(Schema.String.check(Schema.isMinLength(1))),
  /** A program and what comes before our own words, which holds the private keys; KEY_COMMAND overrides it. */
  keyCommand: Schema.optionalKey(Schema.NonEmptyArray(Schema.String.check(Schema.isMinLength(1)))),
  /** Operating-system accounts of the three processes; the launcher is then started by root. */
  accounts: Schema.optionalKey(Schema.Struct({ web: Said, writer: Said, keeper: Said })),
  /** The hour, in London, at which days that are over are transferred each night; 2 unless said, or `off`. */
  nightlyTransfer: Schema.optionalKey(
    Schema.Union([Schema.Literal("off"), Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 23 }))]),
  ),
  /** Without it a match keeps local authority, region and decile, and drops the neighbourhood (F38). */
  neighbourhoodUse: Schema.optionalKey(NeighbourhoodUse),
  signOffs: Schema.Array(SignOff),
  decisions: Schema.Array(Decision),
  waivers: Schema.Array(Waiver),
  /** Levels set since the DPIA was written, one a risk. */
  risks: Schema.Array(RiskLevel).check(
    Schema.makeFilter((levels) => isOnceEach(levels) || "each risk has one level in force: keep the latest"),
  ),
  consultations: Schema.Array(Consultation),
})

/** As written; a waiver that cannot be is refused by the compiler in its rule's name. */
export type Deployment = Omit<typeof Recorded.Type, "waivers"> & {
  readonly waivers: readonly (Waiver | NotWaivable)[]
}

/** Checks a deployment; unknown entries are refused, so that a slip of the pen is not silently ignored. */
export const readDeployment = Schema.decodeUnknownEffect(Recorded, { onExcessProperty: "error" })
export type RecordedDeployment = typeof Recorded.Type
