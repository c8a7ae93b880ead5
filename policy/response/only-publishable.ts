/** Refuses to compile a tRPC router with a procedure whose output is not on the list of `publishable.ts`. */
import type { Breach } from "../breach.ts"
import type { Publishable } from "./publishable.ts"

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

/** `unknown` when every procedure of a tRPC router returns publishable values only. */
export type OnlyPublishable<Router> = Router extends { readonly _def: { readonly record: infer R } }
  ? [Leaking<R>] extends [never]
    ? unknown
    : Breach<"raw-data-never-shared", `let "${Leaking<R>}" return exactly one of policy/response/publishable.ts`>
  : Breach<"raw-data-never-shared", "give a router whose procedures can be read">

/** Gives back the router it is given, which does not compile if a procedure could share raw data. */
export const publishing = <Router>(router: Router & OnlyPublishable<Router>): Router => router
