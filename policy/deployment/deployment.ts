/** Describes one deployment: the technical part that `app.config.ts` states, and what named people have declared. */
import { Schema } from "effect"
import { modes } from "../data/mode.ts"
import { Text } from "../dpia/entry.ts"
import { FrontProxy } from "./front-proxy.ts"
import type { Declarations } from "./in-force.ts"

export const Origin = Schema.String.check(Schema.isPattern(/^https:\/\/[^/]+$/))

const Stated = Schema.Struct({
  mode: Schema.Literals(modes),
  /** The address of the site, such as https://survey.example; a rehearsal also accepts the request's own host. ORIGIN overrides it. */
  origin: Schema.optionalKey(Origin),
  /** Proxies in front, which say in a header for whom they ask; without it every request comes from where it comes from. */
  proxy: Schema.optionalKey(FrontProxy),
  /** Addresses and places of storage; HOST, PORT, DATA_DIR and DATABASE_URL in the environment override these. */
  host: Schema.optionalKey(Schema.String.check(Schema.isMinLength(1))),
  port: Schema.optionalKey(Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 65_535 }))),
  /** Where 127.0.0.1 serves metrics; none when absent. */
  metricsPort: Schema.optionalKey(Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 65_535 }))),
  dataDir: Schema.optionalKey(Schema.String.check(Schema.isMinLength(1))),
  databaseUrl: Schema.optionalKey(Schema.String.check(Schema.isMinLength(1))),
  evidenceUrl: Schema.optionalKey(Schema.String.check(Schema.isMinLength(1))),
  /** The program that holds the private keys, with its first arguments; KEY_COMMAND overrides it. */
  keyCommand: Schema.optionalKey(Schema.NonEmptyArray(Schema.String.check(Schema.isMinLength(1)))),
  /** Operating-system accounts of the three processes; the launcher is then started by root. */
  accounts: Schema.optionalKey(Schema.Struct({ web: Text, writer: Text, keeper: Text })),
  /** Where staff sign in. Live needs the https address that they type, which no page of the survey shares; STAFF_PORT overrides the port. */
  staff: Schema.optionalKey(
    Schema.Struct({
      port: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 65_535 })),
      origin: Schema.optionalKey(Origin),
      /** Of the process, where the others have accounts of their own. */
      account: Schema.optionalKey(Text),
    }),
  ),
  /** Answers on a school day; the launcher logs a rate far above it. 15,000 when absent. */
  expectedADay: Schema.optionalKey(Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 10_000_000 }))),
  /** The hour in London at which past days are transferred each night, or `off`; 2 when absent. */
  nightlyTransfer: Schema.optionalKey(
    Schema.Union([Schema.Literal("off"), Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 23 }))]),
  ),
})

/** As `app.config.ts` states it: nothing in it is anybody's decision. */
export type Deployment = typeof Stated.Type

/** Refuses unknown entries, so that a misspelt name is not ignored in silence. */
export const readDeployment = Schema.decodeUnknownEffect(Stated, { onExcessProperty: "error" })

/** With what the ledger of its evidence store holds. */
export type RecordedDeployment = Deployment & Declarations
