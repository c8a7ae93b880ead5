/** The rows of an annex, or why what they speak of was not looked at: an empty list then never reads as *none*. */
import type { Fact } from "../facts/fact.ts"

export type Annex<Row> =
  | { readonly read: true; readonly rows: readonly Row[] }
  | { readonly read: false; readonly because: string }

export const annexOf = <T, Row>(fact: Fact<T>, rowsOf: (value: T) => readonly Row[]): Annex<Row> =>
  "seen" in fact ? { read: true, rows: rowsOf(fact.seen) } : { read: false, because: fact.unseen }
