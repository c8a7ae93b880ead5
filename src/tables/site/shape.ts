/** Words the parts of a released table: its cells, its base, its places; nothing that is not in the table. */

import { total } from "../../../policy/disclosure/tables/dimension.ts"
import { isWithin } from "../../../policy/release/geography-level.ts"
import type { Released } from "../../../policy/release/released.ts"
import { regions } from "../../../policy/release/table.ts"

export const withheld = "[c]"
export type Count = Released["cells"][number]["count"]
export type Dimension = Released["dimensions"][number]

const keyOf = (labels: readonly string[]): string => JSON.stringify(labels)

/** The count of a cell by its labels: a release is a whole cross, so that each is there. */
export const countsOf = ({ cells }: Released): ((labels: readonly string[]) => Count) => {
  const counts = new Map(cells.map(({ labels, count }) => [keyOf(labels), count]))
  return (labels) => counts.get(keyOf(labels)) ?? withheld
}

/** How many responses the table counts: its own cell for all of them, where that is published, and no other number. */
export const baseOf = (table: Released): number | undefined => {
  const base = countsOf(table)(table.dimensions.map(() => total))
  return base === withheld ? undefined : base
}

const regionNames: ReadonlyMap<string, string> = new Map(Object.entries(regions))

/** Regions have names. */
export const placeName = (code: string): string => regionNames.get(code) ?? code

/** Which they are, the table's rows or its title say. */
const authoritiesOf = (codes: readonly string[]): readonly string[] => {
  if (codes.length < 2) return codes.map((code) => `local authority ${code}`)
  return [`${codes.length} local authorities`]
}

export const geographyOf = ({ geographies }: Released): string => {
  const authorities = geographies.filter((code) => isWithin("local-authority", code))
  const names = [
    ...geographies.filter((code) => !isWithin("local-authority", code)).map(placeName),
    ...authoritiesOf(authorities),
  ]
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`
}

/** `12,345`; a withheld number stays `[c]`. */
export const formatCount = (count: Count): string => (count === withheld ? withheld : count.toLocaleString("en-GB"))
