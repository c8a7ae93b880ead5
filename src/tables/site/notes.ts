/** Writes the notes to the numbers: the same in every format, with an explanation of each mark that occurs. */
import { parameters } from "../../../policy/parameters.ts"
import type { Released } from "../../../policy/release/released.ts"
import { smallCellsSuppressed } from "../../../policy/rules/small-cells-suppressed.ts"
import type { Mark } from "./mark-link.ts"
import { isMarked } from "./rows.ts"
import { baseOf, formatCount, geographyOf, withheld } from "./shape.ts"
import { ofNobody, sharesOf } from "./shares.ts"

export interface Note {
  readonly name: string
  readonly words: string
  /** The mark that it is the note of. */
  readonly explains?: Mark
}

/** Source: finding F42. */
export const voluntary =
  "This was a voluntary online survey, not a census. The numbers show the children who chose to answer, and do not stand for all children."

const small = parameters.suppressZeros.value
  ? `Counts under ${parameters.threshold.value} are withheld`
  : `Counts from 1 to ${parameters.threshold.value - 1} are withheld`

const whatIsWithheld = `${withheld} marks a number that is withheld to protect confidentiality. It is not a zero, and it need not be small: larger numbers are withheld too where a small one could be worked out from them.`

const whatIsOfNobody = `${ofNobody} replaces a percentage where there is no response to take it of.`

const meaningOf = (table: Released, explains: Mark, words: string): readonly Note[] =>
  isMarked(table, explains) ? [{ name: `What ${explains} means`, words, explains }] : []

const whereTheyLive =
  "A child is placed by the postcode of the home. Children whose postcode was not given, or not found, are placed by the council that they named."

const inWords = (names: readonly string[]): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`

/** Of what they are, and why they may not add up. */
export const whatPercentages = (table: Released): string | undefined => {
  if (sharesOf(table) === undefined) return undefined
  const [first, ...others] = table.dimensions.map(({ name }) => `“${name}”`)
  const whole = others.length === 0 ? "all responses" : `all responses that are alike in ${inWords(others)}`
  const kept = isMarked(table, withheld)
    ? ` A percentage is withheld where the count, the rest or the whole behind it is withheld or is from 1 to ${parameters.threshold.value - 1}.`
    : ""
  return `Each percentage is the share of ${whole} in one category of ${first}. It is rounded to a whole number, so that 0 can mean a few, and percentages need not add up to 100.${kept}`
}

export const publisher = "Children's Commissioner for England"

export const notesOf = (table: Released): readonly Note[] => {
  const base = baseOf(table)
  const percentages = whatPercentages(table)
  return [
    { name: "Who answered", words: voluntary },
    ...(base === undefined ? [] : [{ name: "Base", words: `${formatCount(base)} responses` }]),
    ...(percentages === undefined ? [] : [{ name: "Percentages", words: percentages }]),
    ...meaningOf(table, withheld, whatIsWithheld),
    ...meaningOf(table, ofNobody, whatIsOfNobody),
    { name: "Geography", words: geographyOf(table) },
    ...(table.geographies.some((place) => place !== "England")
      ? [{ name: "Where children live", words: whereTheyLive }]
      : []),
    ...(table.widenedBy === undefined
      ? []
      : [{ name: "Finer than a region by", words: `A signed decision of the controller: ${table.widenedBy}` }]),
    {
      name: "Rule",
      words: `${small}, with whatever else would let them be worked out. Rule ${smallCellsSuppressed.id}: “${smallCellsSuppressed.source.quote}” (DPIA, section ${smallCellsSuppressed.source.section}).`,
    },
    { name: "Released on", words: table.releasedOn },
    { name: "Published by", words: publisher },
    { name: "Certificate", words: table.audit },
  ]
}
