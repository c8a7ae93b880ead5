/** Composes a text of one to three sentences, with the slips, capitals and signs of children, and its labels. */
import type { Label } from "../tagger/weights.ts"
import { fill, type Macros, type Piece, resolve } from "./expand.ts"
import type { Random } from "./random.ts"
import { slip } from "./slips.ts"
import type { Slots } from "./slots.ts"

export interface Sample {
  readonly text: string
  /** In UTF-16 units. */
  readonly spans: readonly { readonly start: number; readonly end: number; readonly label: Label }[]
}

export interface Manner {
  /** Share of slots that hold an ordinary word and are clean. */
  readonly counterfactual: number
  /** Share of other words that become another word. */
  readonly swapped: number
  /** Share of names with a slip, and of other words with one. */
  readonly slippedNames: number
  readonly slippedWords: number
}

export interface Corpus {
  readonly identifying: readonly string[]
  readonly clean: readonly string[]
  readonly macros: Macros
  readonly slots: Slots
}

const capital = (text: string): string =>
  text.replaceAll(/(^|[ -])([a-z])/g, (_, before: string, letter: string) => before + letter.toUpperCase())

const disturb = (pieces: readonly Piece[], corpus: Corpus, manner: Manner, random: Random): readonly Piece[] => {
  const isBlank = random.isUnder(manner.counterfactual)
  return pieces.map(({ text, label }): Piece => {
    if (label !== "O") {
      if (isBlank && label !== "S") {
        const word = corpus.slots.word(random)
        const ending = /[',.!:s]*$/.exec(text.replace(/^.*?(?='s|[,.!:]|$)/, ""))?.[0] ?? ""
        return { text: (random.isUnder(0.2) ? slip(word, random) : word) + ending, label: "O" }
      }
      return random.isUnder(manner.slippedNames)
        ? {
            text: text
              .split(" ")
              .map((word) => slip(word, random))
              .join(" "),
            label,
          }
        : { text, label }
    }
    if (random.isUnder(manner.swapped)) return { text: corpus.slots.word(random), label }
    return random.isUnder(manner.slippedWords) ? { text: slip(text, random), label } : { text, label }
  })
}

/** Writes names and sentences with or without capitals. */
const dress = (pieces: readonly Piece[], random: Random, style: number): readonly Piece[] =>
  pieces.map(({ text, label }, at) => {
    if (style < 0.42) return { text, label }
    if (style < 0.5) return { text: text.toUpperCase(), label }
    const isName = label !== "O" && (style < 0.88 || random.isUnder(0.15))
    const isStart = at === 0 || /[.!?]$/.test(pieces[at - 1]?.text ?? "")
    const isProper =
      /^(?:i|i'm|christmas|england|london|boris|ronaldo|harry|potter|messi|xbox|fortnite|minecraft|covid|nike|adidas|puma|instagram|snapchat|tiktok|youtube|facebook|whatsapp|netflix|disney|roblox|playstation|tesco|asda|aldi|primark|greggs|mcdonalds|amazon|google|discord|twitter|spotify|ofsted|camhs|childline|barnardos|lego|barbie|pokemon|marvel|jordans|alexa|siri|muslim|christian|hindu|sikh|jewish|polish|romanian|pakistani|nigerian|somali|jamaican|indian|chinese|irish|english|british|african|asian|catholic|welsh|scottish|french|spanish|traveller|bengali|syrian|ukrainian|april|may|june|july|august|september|october|february|monday|friday|saturday|sunday|manchester|liverpool|leeds|chelsea|arsenal|everton|oxford|cambridge|paris|spain|america|france|santa|elsa|greta|thunberg|johnson|donald|trump|marcus|rashford|kane|ariana|grande|taylor|swift|god|jesus|allah|eid|diwali|easter|macbeth|romeo|juliet|tudors|romans|queen|prince|mr|mrs|miss|boris)$/.test(
        text,
      )
    const isRandom = style > 0.95 && random.isUnder(0.5)
    return {
      text:
        isName || isRandom || isProper ? capital(text) : isStart ? text.charAt(0).toUpperCase() + text.slice(1) : text,
      label,
    }
  })

const joining = ["and", "because", "so", "but", "also", "then", ".", ".", ".", ",", "!", "\n", "cos", ""]

export const compose = (corpus: Corpus, manner: Manner, share: number, random: Random): Sample => {
  const sentence = (isIdentifying: boolean): readonly Piece[] => {
    const template = random.pick(isIdentifying ? corpus.identifying : corpus.clean)
    return disturb(fill(resolve(template, corpus.macros, random), corpus.slots, random), corpus, manner, random)
  }
  const pieces: Piece[] = [...sentence(random.isUnder(share))]
  while (pieces.length < 40 && random.isUnder(0.38)) {
    const joint = random.pick(joining)
    if (/^[.,!]$/.test(joint)) {
      const last = pieces.pop()
      if (last !== undefined) pieces.push({ ...last, text: last.text + joint })
    } else if (joint !== "") pieces.push({ text: joint, label: "O" })
    pieces.push(...sentence(random.isUnder(share * 0.6)))
  }
  let text = ""
  const spans: { start: number; end: number; label: Label }[] = []
  for (const piece of dress(pieces, random, random.next())) {
    if (text !== "" && !text.endsWith("\n") && piece.text !== "\n") text += " "
    const bare = piece.text.replace(/(?:'s|s')?[,.!:]*$/i, "")
    if (piece.label !== "O")
      spans.push({ start: text.length, end: text.length + Math.max(1, bare.length), label: piece.label })
    text += piece.text
  }
  if (random.isUnder(0.3)) text += random.pick([".", "!", "!!", " :)", " xx", "..."])
  return { text, spans }
}
