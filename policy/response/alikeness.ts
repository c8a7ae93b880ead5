/** Names the parts of a response that a near copy of it would share, so that a flood of slightly changed answers shows. */
import { notAnswered, preferNotToSay } from "../data/answer.ts"
import type { Matched, Unsealed } from "./stage.ts"

/** With fewer answers in common many responses are alike by chance. */
const fewestShared = 10
const parts = 3

type Entry = readonly [key: string, choice: string]

const isList = (answer: unknown): answer is readonly unknown[] => Array.isArray(answer)

/** Without free text and own words, which a forger varies at no cost. A grid has an entry for each row. */
const entriesOf = ([key, answer]: readonly [string, unknown]): readonly Entry[] => {
  if (typeof answer === "string") return [[key, answer]]
  if (isList(answer)) return [[key, answer.filter((choice) => typeof choice === "string").join(" ")]]
  if (typeof answer !== "object" || answer === null || "text" in answer || "other" in answer) return []
  return Object.entries(answer).flatMap(([row, choice]) => entriesOf([`${key}.${row}`, choice]))
}

const isGiven = ([, choice]: Entry): boolean => choice !== notAnswered && choice !== preferNotToSay && choice !== ""

/** A question belongs to the same part in every response, whatever else was asked. */
const partOf = (key: string): number =>
  [...key].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 65_521, 7) % parts

/** All choices but those of one part, once for each part. Two responses that differ in one part only share a text. */
export const sharedParts = ({ form, answers }: Matched | Unsealed): readonly string[] => {
  const entries = Object.entries(answers)
    .flatMap(entriesOf)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
  return Array.from({ length: parts }, (_, left) => entries.filter(([key]) => partOf(key) !== left)).flatMap(
    (kept, left) =>
      kept.filter(isGiven).length < fewestShared
        ? []
        : [`${form} without part ${left}: ${kept.map((entry) => entry.join("=")).join("; ")}`],
  )
}
