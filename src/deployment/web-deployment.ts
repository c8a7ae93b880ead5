/** Decodes what the launcher hands to `web`: mode, window, address and two folders; no secret and no store. */
import { Result, Schema } from "effect"
import { modes } from "../../policy/data/mode.ts"
import { Contacts } from "../../policy/deployment/contacts.ts"
import { FrontProxy } from "../../policy/deployment/front-proxy.ts"
import { NeighbourhoodUse } from "../../policy/deployment/neighbourhood-use.ts"

const WebDeployment = Schema.Struct({
  mode: Schema.Literals(modes),
  window: Schema.Union([Schema.Literal("always"), Schema.Struct({ opens: Schema.String, closes: Schema.String })]),
  origin: Schema.optionalKey(Schema.String),
  proxy: Schema.optionalKey(FrontProxy),
  /** A page may be posted as soon as it was served. */
  hurried: Schema.optionalKey(Schema.Literal(true)),
  /** Without it no LSOA is kept (F38). */
  neighbourhoodUse: Schema.optionalKey(NeighbourhoodUse),
  /** Absent until they are recorded: live does not open before. */
  contacts: Schema.optionalKey(Contacts),
})
export type WebDeployment = typeof WebDeployment.Type

const rehearsal: WebDeployment = { mode: "rehearsal", window: "always" }

const WebEnvironment = Schema.Struct({
  DEPLOYMENT: Schema.optionalKey(Schema.fromJsonString(WebDeployment)),
  HOST: Schema.optionalKey(Schema.String),
  PORT: Schema.optionalKey(Schema.FiniteFromString),
  GEOGRAPHY: Schema.optionalKey(Schema.String),
  RELEASED: Schema.optionalKey(Schema.String),
})
const decode = Schema.decodeUnknownResult(WebEnvironment)

export interface WebSettings {
  readonly deployment: WebDeployment
  readonly host: string
  readonly port: number
  readonly geographyFolder: string | undefined
  readonly releasedFolder: string | undefined
}

/** Without a launcher, as under a development server, the deployment is a rehearsal. */
export const webSettings = (variables: Readonly<Record<string, string | undefined>>): WebSettings => {
  const names = Object.keys(WebEnvironment.fields)
  const given = Object.entries(variables).filter(([name, value]) => names.includes(name) && value !== undefined)
  const { DEPLOYMENT, HOST, PORT, GEOGRAPHY, RELEASED } = Result.getOrThrow(decode(Object.fromEntries(given)))
  return {
    deployment: DEPLOYMENT ?? rehearsal,
    host: HOST ?? "127.0.0.1",
    port: PORT ?? 3000,
    geographyFolder: GEOGRAPHY,
    releasedFolder: RELEASED,
  }
}

/** The variables that hand these settings to `web`. */
export const webSettingsToEnv = (settings: WebSettings): Record<string, string> => ({
  DEPLOYMENT: JSON.stringify(settings.deployment),
  HOST: settings.host,
  PORT: String(settings.port),
  ...(settings.geographyFolder !== undefined && { GEOGRAPHY: settings.geographyFolder }),
  ...(settings.releasedFolder !== undefined && { RELEASED: settings.releasedFolder }),
})
