/** What a reader must know beside the numbers; every format of a table says the same, and `[c]` is explained if it is there. */
import { parameters } from "../../policy/parameters.ts"
import { smallCellsSuppressed } from "../../policy/rules/small-cells-suppressed.ts"
import type { Released } from "../../policy/stage.ts"
import { baseOf, geographyOf, isWithholding, told, withheld } from "./shape.ts"

export interface Note {
  readonly name: string
  readonly words: string
}

/** Source: finding F42. */
export const voluntary =
  "This was a voluntary online survey, not a census. The numbers show the children who chose to answer, and do not stand for all children."

const small = parameters.suppressZeros.value
  ? `Counts under ${parameters.threshold.value} are withheld`
  : `Counts from 1 to ${parameters.threshold.value - 1} are withheld`

const whatIsWithheld = `${withheld} stands for a number that is withheld to protect confidentiality. It is not a zero, and it need not be small: larger numbers are withheld too where a small one could be worked out from them.`

export const publisher = "Children's Commissioner for England"

export const notesOf = (table: Released): readonly Note[] => {
  const base = baseOf(table)
  return [
    { name: "Who answered", words: voluntary },
    ...(base === undefined ? [] : [{ name: "Base", words: `${told(base)} responses` }]),
    ...(isWithholding(table) ? [{ name: `What ${withheld} means`, words: whatIsWithheld }] : []),
    { name: "Geography", words: geographyOf(table) },
    {
      name: "Rule",
      words: `${small}, with whatever else would let them be worked out. Rule ${smallCellsSuppressed.id}: “${smallCellsSuppressed.source.quote}” (DPIA, section ${smallCellsSuppressed.source.section}).`,
    },
    { name: "Released on", words: table.releasedOn },
    { name: "Published by", words: publisher },
    { name: "Certificate", words: table.audit },
  ]
}
