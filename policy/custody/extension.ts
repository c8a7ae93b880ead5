/** Says what an extension must state: why the data is needed, why keeping it is proportionate, and until when. */
import { Schema } from "effect"
import type { Breach } from "../breach.ts"
import { Day } from "../civil-day.ts"
import { Reason } from "../record/reason.ts"

/** Every field is optional here, so that a missing one is a breach that names the rule. */
export interface ExtensionDraft {
  readonly necessity?: string
  readonly proportionality?: string
  readonly until?: string
}

type MissingField<A> = {
  [K in keyof ExtensionDraft]-?: A extends { readonly [P in K]: infer T extends string }
    ? T extends ""
      ? K
      : never
    : K
}[keyof ExtensionDraft]

export type LawfulExtension<A extends ExtensionDraft> = [MissingField<A>] extends [never]
  ? unknown
  : Breach<
      "retention-reviewed-after-two-years",
      `say "${MissingField<A>}": data is kept longer only where that is necessary and proportionate, and until a new date`
    >

export const Extension = Schema.Struct({ necessity: Reason, proportionality: Reason, until: Day })

export const readExtension = Schema.decodeUnknownResult(Extension, { onExcessProperty: "error" })
