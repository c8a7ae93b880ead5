/** Nothing that a child answered can leave through a procedure: what may be said is a closed list, not what is forbidden. */
import type { Breach } from "../breach.ts"
import type { Publishable } from "../publishable.ts"
import { awaits, defineRule } from "../rule.ts"

/** Exactly one of the list: a subtype that carries more is another type. `any` and `unknown` are not on it. */
type IsPublishable<O> = 0 extends 1 & O
  ? false
  : unknown extends O
    ? false
    : [O] extends [never]
      ? false
      : [O extends Publishable ? (OnList<O, Publishable> extends true ? true : false) : false] extends [true]
        ? true
        : false

type OnList<O, P> = true extends (
  P extends unknown
    ? [O] extends [P]
      ? [P] extends [O]
        ? true
        : false
      : false
    : never
)
  ? true
  : false

/** The procedures, by dotted path, whose raw output is not on the list. */
type Leaking<R, At extends string = ""> = {
  [K in keyof R & string]: R[K] extends { readonly _def: { readonly $types: { readonly output: infer O } } }
    ? IsPublishable<O> extends true
      ? never
      : `${At}${K}`
    : R[K] extends object
      ? Leaking<R[K], `${At}${K}.`>
      : `${At}${K}`
}[keyof R & string]

/** `unknown` when every procedure of a tRPC router says only what may be said. */
export type OnlyPublishable<Router> = Router extends { readonly _def: { readonly record: infer R } }
  ? [Leaking<R>] extends [never]
    ? unknown
    : Breach<"raw-data-never-shared", `let "${Leaking<R>}" return exactly one of policy/publishable.ts`>
  : Breach<"raw-data-never-shared", "give a router whose procedures can be read">

/** Gives back the router it is given, which does not compile if a procedure could share raw data. */
export const publishing = <Router>(router: Router & OnlyPublishable<Router>): Router => router

export const rawDataNeverShared = defineRule({
  id: "raw-data-never-shared",
  statement: "No raw answer is shared with any organisation, and no way of sharing one exists.",
  source: { section: 2, quote: "The CCO will not share the raw data with any other organisation." },
  law: ["UK GDPR Art 5(1)(b)", "UK GDPR Art 5(1)(f)"],
  enforcedBy: ["types", "test", "people"],
  audit: awaits(
    "outbound calls are counted once the host's network rules can be read; the contract is attested by people",
  ),
})
