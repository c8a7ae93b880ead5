/** What is known of postcodes, by the postcode as its publisher writes it, without its space. */
import type { Located, MatchedAuthority } from "../../policy/data/geography.ts"

export interface KnownPostcode {
  /** `unplaced`: its publisher lists it and places it nowhere. */
  readonly geography: Located | "outside-england" | "unplaced"
  /** Still in use; one that has ended is matched, and is never a correction. */
  readonly live: boolean
}

export interface Gazetteer {
  readonly find: (postcode: string) => KnownPostcode | undefined
  /** What all known postcodes of its sector share; for a postcode that is not itself known. */
  readonly sector: (postcode: string) => MatchedAuthority | "outside-england" | undefined
}

/** Postcode areas that lie wholly in Scotland, Wales, Northern Ireland or the islands. */
const outside = new Set("AB BT CF DD EH FK G GY HS IM IV JE KA KW KY ML PA PH SA ZE".split(" "))

export const liesOutside = (postcode: string): boolean => outside.has(/^[A-Z]+/.exec(postcode)?.[0] ?? "")
