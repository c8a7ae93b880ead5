/** Expands a template: (a|b) picks one, [x] may be left out, <kin> is a macro, and capitals are slots. */
import type { Label } from "../tagger/weights.ts"
import type { Random } from "./random.ts"
import type { Slots } from "./slots.ts"

export interface Piece {
  readonly text: string
  readonly label: Label
}

export type Macros = ReadonlyMap<string, readonly string[]>

export const macrosFrom = (text: string): Macros =>
  new Map(
    text
      .trim()
      .split("\n")
      .map((line) => {
        const [name = "", options = ""] = line.split("\t")
        return [name, splitOptions(options)] as const
      }),
  )

/** At the bars that are in no bracket. */
function splitOptions(text: string): readonly string[] {
  const options: string[] = [""]
  let depth = 0
  for (const sign of text) {
    if (sign === "(") depth += 1
    if (sign === ")") depth -= 1
    if (sign === "|" && depth === 0) options.push("")
    else options[options.length - 1] += sign
  }
  return options
}

/** Resolves brackets and macros; slots stay. */
export const resolve = (template: string, macros: Macros, random: Random): string => {
  let text = template
  for (let round = 0; round < 12; round++) {
    const macro = /<([a-z]+)>/.exec(text)
    if (macro !== null) {
      text = text.replace(macro[0], () => random.pick(macros.get(macro[1] ?? "") ?? [""]))
      continue
    }
    const bracket = /\(([^()]*)\)/.exec(text)
    if (bracket !== null) {
      text = text.replace(bracket[0], () => random.pick(splitOptions(bracket[1] ?? "")))
      continue
    }
    const maybe = /\[([^[\]]*)\]/.exec(text)
    if (maybe === null) break
    text = text.replace(maybe[0], () => (random.isUnder(0.5) ? (maybe[1] ?? "") : ""))
  }
  return text.replaceAll(/\s+/g, " ").trim()
}

const schoolKinds =
  "primary|primary school|school|high school|academy|college|high|juniors|junior school|infants|infant school|secondary school|c of e primary|ce primary school|catholic primary|rc primary school|grammar school|comp|community school|primary academy|girls school|sixth form|middle school|nursery|community college|boys school".split(
    "|",
  )

/** Fills the slots of a resolved template; `slots.firstName` may be replaced to measure one kind of name. */
export const fill = (text: string, slots: Slots, random: Random): readonly Piece[] =>
  text.split(" ").flatMap((token): readonly Piece[] => {
    const slot = /^([NFSPCTW])('?s?)([,.!:]*)$/.exec(token)
    if (slot === null) return [{ text: token, label: "O" }]
    const [, kind = "", ending = "", sign = ""] = slot
    const ended = (piece: Piece): readonly Piece[] => [{ ...piece, text: piece.text + ending + sign }]
    switch (kind) {
      case "W":
        return ended({ text: slots.wordName(random), label: "O" })
      case "N":
        return ended({ text: slots.firstName(random), label: "P" })
      case "S":
        return ended({ text: slots.surname(random), label: "P" })
      case "F":
        return [{ text: slots.firstName(random), label: "P" }, ...ended({ text: slots.surname(random), label: "P" })]
      case "P":
        return ended({ text: slots.place(random), label: "L" })
      case "C":
        return ended({ text: slots.stem(random), label: "S" })
      default:
        return ended({ text: random.pick(schoolKinds), label: "S" })
    }
  })
