/** Defines a gazetteer: looks up a postcode in the spelling of its publisher, without the space. */
import type { Located, MatchedAuthority } from "../../policy/data/geography.ts"

export interface KnownPostcode {
  /** `unplaced`: listed by its publisher without a place. */
  readonly geography: Located | "outside-england" | "unplaced"
  /** False for a postcode that has ended: it is matched, but a misspelling is never corrected to it. */
  readonly live: boolean
}

export interface Gazetteer {
  readonly find: (postcode: string) => KnownPostcode | undefined
  /** What all known postcodes of the sector share; used for an unknown postcode. */
  readonly sector: (postcode: string) => MatchedAuthority | "outside-england" | undefined
}

/** Postcode areas entirely in Scotland, Wales, Northern Ireland, the Channel Islands or the Isle of Man. */
const outside = new Set("AB BT CF DD EH FK G GY HS IM IV JE KA KW KY ML PA PH SA ZE".split(" "))

export const liesOutside = (postcode: string): boolean => outside.has(/^[A-Z]+/.exec(postcode)?.[0] ?? "")
