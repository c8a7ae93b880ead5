/** What an extension must say, as it is asked for: why the data is needed, why that is proportionate, and until when. */
import { Schema } from "effect"
import type { Breach } from "../breach.ts"
import { Day } from "../civil-day.ts"
import { Reason } from "../evidence/reason.ts"

/** Leaves open what the rule speaks of, so that the rule names the breach. */
export interface ExtensionDraft {
  readonly necessity?: string
  readonly proportionality?: string
  readonly until?: string
}

type Unsaid<A> = {
  [K in keyof ExtensionDraft]-?: A extends { readonly [P in K]: infer T extends string }
    ? T extends ""
      ? K
      : never
    : K
}[keyof ExtensionDraft]

export type LawfulExtension<A extends ExtensionDraft> = [Unsaid<A>] extends [never]
  ? unknown
  : Breach<
      "retention-reviewed-after-two-years",
      `say "${Unsaid<A>}": data is kept longer only where that is necessary and proportionate, and until a new date`
    >

export const Extension = Schema.Struct({ necessity: Reason, proportionality: Reason, until: Day })

export const readExtension = Schema.decodeUnknownResult(Extension, { onExcessProperty: "error" })
