/** Gives a fact as it was seen, or the reason why it was not: an audit can never mistake one for the other. */
import type { Defect } from "../defect.ts"

export interface Seen<T> {
  readonly seen: T
}

export interface Unseen {
  /** The end of a sentence that begins "not checked:". */
  readonly unseen: string
  /** The bug that stopped the look, where there was one. */
  readonly defect?: Defect
  /** What should be here is missing, damaged or of another deployment: rules that need it are broken. */
  readonly isFault?: true
}

export type Fact<T> = Seen<T> | Unseen

export const seen = <T>(value: T): Seen<T> => ({ seen: value })

export const unseen = (reason: string, defect?: Defect): Unseen => ({ unseen: reason, ...(defect && { defect }) })

/** For a look that found no data to judge because what should hold them is missing, damaged or foreign. */
export const faulty = (what: string): Unseen => ({ unseen: what, isFault: true })

/** For a detail that an audit mentions if it can; its verdict must not turn on it. */
export const seenOr = <T, U>(fact: Fact<T>, otherwise: U): T | U => ("seen" in fact ? fact.seen : otherwise)
