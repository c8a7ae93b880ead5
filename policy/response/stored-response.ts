/** Describes a kept response as the evidence store holds it: a word in place of each free text, and the texts apart. */
import type { FormId } from "../data/form-id.ts"
import type { RuleId } from "../rule-id.ts"

/** Takes the place of a free text in the answers; the text of an "other" choice is replaced by `other`. */
export const writtenMark = "written"
export const otherMark = "other"

export interface StoredResponse {
  readonly form: FormId
  readonly place: string
  readonly localAuthority: string | null
  readonly region: string | null
  readonly imdDecile: number | null
  readonly lsoa: string | null
  /** Parsed; `undefined` where it is no JSON. */
  readonly answers: unknown
  readonly flags: unknown
  /** The number of characters of the child's own words, by question: nothing reads the words themselves. */
  readonly words: ReadonlyMap<string, number>
}

/** Names a fault and the rule that it breaks; it repeats no answer. */
export interface StoredFault {
  readonly rule: RuleId
  readonly what: string
}

export type NoteFault = (fault: StoredFault) => void
