/** Words what a weight does, so that every figure made with it can say so. */
import { regions } from "../../../policy/release/table.ts"
import { agesText } from "./age-groups.ts"
import type { MarginName } from "./units.ts"
import type { Weight } from "./weight.ts"

const words: Readonly<Record<MarginName, string>> = {
  "age-sex": "age and sex",
  region: `${Object.keys(regions).length} regions`,
  deprivation: "fifths of deprivation",
  ethnicity: "ethnic groups",
}

const listed = (all: readonly string[]): string =>
  all.length < 2 ? all.join("") : `${all.slice(0, -1).join(", ")} and ${all.at(-1)}`

/** Goes with every weighted figure. */
export const weightedTo = ({ vintage, ages, margins }: Weight): string =>
  `Of children who chose to answer, weighted to ${listed(margins.map((each) => words[each]))} of the children of England aged ${agesText(ages)} (${vintage}).`

/** Goes with every interval. */
export const intervalMeaning =
  "The interval covers chance and the weights. It cannot cover who chose to answer, nor that children of one class answer alike: children who did not answer may differ in every group."

const number = (value: number): string => Math.round(value).toLocaleString("en-GB")
const percent = (part: number): string => `${(100 * part).toFixed(part > 0 && part < 0.001 ? 3 : 1)} %`

const groupWords = ({ groups }: Weight): string => {
  const joined = groups.flatMap(({ ages, bySex }) => [
    ...(ages.length > 1 && !ages.includes(4) ? [`ages ${agesText(ages)} are one cell`] : []),
    ...(bySex || ages.includes(4) ? [] : [`girls and boys aged ${agesText(ages)} are one cell`]),
  ])
  const first = groups.some(({ ages }) => ages.includes(4))
    ? ["ages 4 to 5 are one cell, since their form asks neither age nor sex"]
    : []
  return listed([...first, ...joined])
}

export const weightLines = (weight: Weight): readonly string[] => {
  const { name, madeOn, responses, weighted, effective, least, trim, cut, iterations, off, leftOut } = weight
  const cells = groupWords(weight)
  return [
    `Weight ${name}, made on ${madeOn}. ${weightedTo(weight)}`,
    `  Responses: ${number(responses)}, and ${number(weighted)} of them in the population: children outside England or of other ages have no weight.`,
    `  Effective number of children: ${number(effective)}. Design effect of the weights: ${(weighted / effective).toFixed(3)}.`,
    `  Converged after ${iterations} rounds. Weights above ${trim} times the mean were cut: ${number(cut)} children.`,
    `  Furthest from the population after that: ${off.map((each) => `${each.margin} ${percent(each.off)}`).join(", ")}.`,
    `  Cells with fewer than ${least} girls or boys are joined within the ages of one form${cells === "" ? ": none was" : `: ${cells}`}.`,
    "  A child who did not answer one of these keeps the weight that the others give.",
    `  Left out: ${leftOut.join("; ")}.`,
    `  ${intervalMeaning}`,
  ]
}

/** The codebook's entry of the weight. */
export const weightDefinition = (weight: Weight): string =>
  `${weightedTo(weight)} Raked in ${weight.iterations} rounds and cut at ${weight.trim} times the mean; the mean is 1. A child outside the population has no weight. Left out: ${weight.leftOut.join("; ")}. ${intervalMeaning}`
