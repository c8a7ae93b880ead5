/** Numbers the places of postcodes: one for each pair of LSOA and authority, and one for everywhere outside England. */
import { firstPlace, mostPlaces, outsideEngland, unplaced } from "../place-number.ts"
import { refuse } from "./refusal.ts"

/** A place with its first file and line, to name them if another file lacks the place. */
export interface Place {
  readonly lsoa: string
  readonly authority: string
  readonly region: string
  readonly file: string
  readonly line: number
}

/** The codes in a row of a postcode file; empty where the row has no code. */
export interface Placing {
  readonly lsoa: string
  readonly authority: string
  readonly region: string
  readonly country: string
}

const isElsewhere = ({ country, authority }: Placing): boolean =>
  country === "" ? authority !== "" && !authority.startsWith("E") : country !== "E92000001"

const isLsoa = /^E01\d{6}$/

export class Places {
  readonly all: Place[] = []
  readonly #numbers = new Map<string, number>()

  /** `columns` are the names of the LSOA and the authority columns. */
  numberOf(placing: Placing, file: string, line: number, columns: readonly [string, string]): number {
    const { lsoa, authority, region } = placing
    if (isElsewhere(placing)) return outsideEngland
    if (authority === "") return unplaced
    const key = lsoa + authority
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    if (!/^E0[6-9]\d{6}$/.test(authority))
      throw refuse("not the code of a local authority", { file, line, column: columns[1] })
    if (!isLsoa.test(lsoa) && lsoa !== "" && lsoa !== "E99999999")
      throw refuse("not the code of an LSOA", { file, line, column: columns[0] })
    const number = firstPlace + this.all.length
    if (number > mostPlaces) throw refuse("far more places than England has", { file, line })
    this.all.push({ lsoa: isLsoa.test(lsoa) ? lsoa : "", authority, region, file, line })
    this.#numbers.set(key, number)
    return number
  }
}
