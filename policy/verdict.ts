/** Gives what an audit concludes: upheld or broken from facts that were seen, and otherwise *not checked*, never *upheld*. */
import type { Defect } from "./defect.ts"
import type { Fact, Unseen } from "./facts/fact.ts"

export interface NotChecked {
  readonly status: "not checked"
  readonly because: string
  /** The bug that stopped the audit, for the log; the report prints its class alone. */
  readonly defect?: Defect
}

export type Verdict = { readonly status: "upheld" | "broken"; readonly observed: string } | NotChecked

export const upheld = (observed: string): Verdict => ({ status: "upheld", observed })
export const broken = (observed: string): Verdict => ({ status: "broken", observed })
export const notChecked = (because: string, defect?: Defect): NotChecked => ({
  status: "not checked",
  because,
  ...(defect && { defect }),
})

/** Upheld where nothing breaks the rule; otherwise broken, naming each breach by question, form or column, never by an answer. */
export const upheldUnless = (breaches: readonly string[], observed: string): Verdict =>
  breaches.length === 0 ? upheld(observed) : broken(breaches.join("; "))

type ValuesOf<F> = { readonly [K in keyof F]: F[K] extends Fact<infer T> ? T : never }

const missing = (fact: Fact<unknown>): fact is Unseen => "unseen" in fact

/** The verdict on facts that were not all seen: a fault breaks the rule, anything else leaves it *not checked*. */
export const withoutSight = (facts: readonly Fact<unknown>[]): Verdict | undefined => {
  const unseen = facts.filter(missing)
  const faults = [...new Set(unseen.filter(({ isFault }) => isFault).map((fact) => fact.unseen))]
  if (faults.length > 0) return broken(faults.join("; "))
  const [first] = unseen
  return first && notChecked(first.unseen, first.defect)
}

/** Hands the values to `conclude` once all of these facts were seen. */
export const judge = <F extends Readonly<Record<string, Fact<unknown>>>, V>(
  facts: F,
  conclude: (values: ValuesOf<F>) => V,
): V | Verdict => {
  const verdict = withoutSight(Object.values(facts))
  if (verdict !== undefined) return verdict
  const values = Object.entries(facts).map(([name, fact]) => [name, missing(fact) ? undefined : fact.seen])
  return conclude(Object.fromEntries(values) as ValuesOf<F>)
}
