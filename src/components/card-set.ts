/** Decides how the cards of a question are laid out on a phone, so that a single choice fits one screen. */
import type { DisplayQuestion } from "../../surveys/display-form.ts"

/**
 * `scale`: one column in its order, joined by a line. `tiles`: two columns of short words. `few`: one column.
 * `picks`: pictures to choose several of. `many`: words to choose several of.
 */
export type CardSet = "scale" | "tiles" | "few" | "picks" | "many"

/** Letters that fit a tile in three lines. */
const longestOnTile = 30

export const cardSetOf = ({ kind, characteristic, usual, options = [] }: DisplayQuestion): CardSet => {
  const isPictured = options.some(({ picture }) => picture)
  if (kind === "choices") return isPictured ? "picks" : "many"
  if (characteristic === undefined) return isPictured ? "few" : "scale"
  const isShort = options.every(({ words }) => words.length <= longestOnTile)
  return usual === undefined && isShort && options.length > 4 ? "tiles" : "few"
}
