/** Counts children by the categories of one or two variables, for each unit of a design, on the base that is asked for. */
import type { VariableColumn } from "../../../db/evidence/columns/column-writer.ts"
import { missingOf } from "../../../surveys/codebook/missing.ts"
import type { Counts } from "../statistics/design.ts"

export const bases = ["answered", "asked"] as const
export type Base = (typeof bases)[number]

/** The codes of a column as the places of its categories; -1 for a child outside the base. */
export interface Coded {
  readonly words: readonly string[]
  readonly places: Int16Array
}

/** A child who was not asked is outside every base; one who did not answer, or declined, is asked. */
const isInBase = (key: string, base: Base): boolean => {
  const missing = missingOf(key)
  if (missing === undefined) return true
  return base === "asked" && missing.kind !== "not asked" && missing.kind !== "not on the form"
}

/** The chosen children who are in the base of a variable. */
export const inBase = ({ categories, codes }: VariableColumn, base: Base, isChosen: Uint8Array): Uint8Array => {
  const isIn = categories.map(({ key }) => isInBase(key, base))
  const chosen = new Uint8Array(codes.length)
  for (let row = 0; row < codes.length; row++) chosen[row] = isChosen[row] === 1 && isIn[codes[row] ?? 0] ? 1 : 0
  return chosen
}

/** Only categories that occur among the chosen rows. */
export const codedOf = ({ categories, codes }: VariableColumn, base: Base, isChosen: Uint8Array): Coded => {
  const occurs = new Uint8Array(categories.length)
  for (let row = 0; row < codes.length; row++) if (isChosen[row] === 1) occurs[codes[row] ?? 0] = 1
  const shown = categories.flatMap(({ key, words }, code) =>
    occurs[code] && isInBase(key, base) ? [{ words, code }] : [],
  )
  const placeOf = new Int16Array(categories.length).fill(-1)
  shown.forEach(({ code }, place) => {
    placeOf[code] = place
  })
  const places = new Int16Array(codes.length)
  for (let row = 0; row < codes.length; row++) places[row] = isChosen[row] === 1 ? (placeOf[codes[row] ?? 0] ?? -1) : -1
  return { words: shown.map(({ words }) => words), places }
}

/** One category for all children, for a look at one variable alone. */
export const everybody = (isChosen: Uint8Array): Coded => ({
  words: ["All"],
  places: Int16Array.from(isChosen, (chosen) => chosen - 1),
})

/** In `row * columns + column`; `unitOf` is -1 for a child without weight, who is not counted. */
export const crossCounts = (row: Coded, column: Coded, unitOf: Int32Array, units: number): Counts => {
  const categories = row.words.length * column.words.length
  const of = new Float64Array(units * (categories + 1))
  const wide = column.words.length
  for (let at = 0; at < unitOf.length; at++) {
    const unit = unitOf[at] ?? -1
    if (unit < 0) continue
    const [r, c] = [row.places[at] ?? -1, column.places[at] ?? -1]
    const place = unit * (categories + 1) + (r < 0 || c < 0 ? categories : r * wide + c)
    of[place] = (of[place] ?? 0) + 1
  }
  return { categories, of }
}
