/** Finds streets, houses and flats, such as 12 Oak Road, and a street by its name alone. */
import type { Finding, Scene } from "./scene.ts"
import { isNameLike } from "./scene.ts"

const sureTypes = new Set(
  "road rd street avenue ave lane crescent cres gardens gdns grove terrace mews drive dr close parade boulevard".split(
    " ",
  ),
)
const weakTypes = new Set(
  "st ln way court place hill walk row square park view rise green croft gate yard fields meadow meadows end side house lodge villas heights cottage cottages farm flats estate avn rode raod stret roard laine".split(
    " ",
  ),
)
/** They make no name of a street. */
const plain = new Set(
  "the a an my our your his her their this that these some any every no main busy long quiet other next same whole big small side wrong right left front back down up across on off in at to of by from near for cross over middle back one two nice new old local bad good safe safer dirty dark dangerous and or own private dead live lives closed more your country city town village end each another residential clean cleaner street road school high".split(
    " ",
  ),
)
const flatWords = new Set(["flat", "apartment", "apt", "number", "no", "house", "room", "caravan", "plot", "unit"])
const numberWords = new Set(
  "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety".split(
    " ",
  ),
)

const generic = new Set("high main school church station park mill".split(" "))

const isNumber = (word: string | undefined): boolean => word !== undefined && /^[0-9]{1,4}$/.test(word)

/** The first word of the street's name before its type at `type`, at most three words back. */
const nameFrom = (scene: Scene, type: number): number => {
  let from = type
  while (from > 0 && type - from < 3) {
    const word = scene.words[from - 1] ?? ""
    const unit = scene.units[from - 1]
    const isNumbered = generic.has(word) && numberBefore(scene, from - 1) !== undefined
    if (
      unit === undefined ||
      !unit.isWord ||
      (plain.has(word) && !isNumbered) ||
      /[.!?\n,]/.test(scene.units[from]?.before ?? "")
    )
      break
    from -= 1
  }
  return from
}

const numberBefore = (scene: Scene, from: number): number | undefined => {
  const word = scene.words[from - 1]
  if (isNumber(word)) return from - 1
  // 12a: a figure and a letter.
  if (/^[a-d]$/.test(word ?? "") && isNumber(scene.words[from - 2])) return from - 2
  if (word !== undefined && numberWords.has(word))
    return numberWords.has(scene.words[from - 2] ?? "") ? from - 2 : from - 1
  return undefined
}

const isKnownStreet = (scene: Scene, from: number, type: number): boolean => {
  for (let at = from; at < type; at++) {
    const found = scene.lexicon.streets.at(scene.words, at)
    if (found !== undefined && at + found.length >= type + 1) return true
  }
  return false
}

/** A flat's house may follow: Flat 2 Rowan House. */
const endOfFlat = (scene: Scene, to: number): number => {
  for (let end = to + 1; end <= to + 2; end++) {
    const word = scene.words[end] ?? ""
    if (sureTypes.has(word) || weakTypes.has(word)) return end + 1
    if (plain.has(scene.words[end - 1] ?? "the")) break
  }
  return to
}

export const findAddresses = (scene: Scene): readonly Finding[] => {
  const findings: Finding[] = []
  for (const [at, word] of scene.words.entries()) {
    const isSure = sureTypes.has(word)
    if (flatWords.has(word) && isNumber(scene.words[at + 1])) {
      const isHome =
        word === "flat" ||
        word === "apartment" ||
        word === "apt" ||
        word === "plot" ||
        /live|lives|at|address|is/.test(scene.words[at - 1] ?? "")
      if (isHome && (word === "flat" || /live|address/.test(scene.words.slice(Math.max(0, at - 4), at).join(" "))))
        findings.push({ from: at, to: endOfFlat(scene, at + 2), kind: "address", risk: 0.85 })
    }
    if (/^(?:live|lives|living)$/.test(word) && scene.words[at + 1] === "at" && isNumber(scene.words[at + 2]))
      findings.push({ from: at + 2, to: at + 3, kind: "address", risk: 0.7 })
    if (!isSure && !weakTypes.has(word)) continue
    const from = nameFrom(scene, at)
    const number = numberBefore(scene, from)
    if (from === at && !(number !== undefined && isSure)) continue
    if (from === at) continue
    const isLive = /live|lives|living|lived|address|house|home/.test(
      scene.words.slice(Math.max(0, from - 4), from).join(" "),
    )
    const known = isKnownStreet(scene, from, at)
    const first = number ?? from
    if (number !== undefined) {
      const isMeasure =
        /^(?:more|times|hours?|days?|years?|minutes?|people|kids|children|other|different|people)$/.test(
          scene.words[from] ?? "",
        )
      if (!isMeasure && (isSure || known || isLive))
        findings.push({ from: first, to: at + 1, kind: "address", risk: isSure || isLive ? 0.95 : 0.75 })
      continue
    }
    const last = at - 1
    // The name is the word or two before the type: the whole run only where each may be part of a name.
    let start = last
    while (start > from && isNameLike(scene, start - 1)) start -= 1
    const isName = isNameLike(scene, last) || scene.units[last]?.case === "capital"
    const isGeneric = at - start === 1 && generic.has(scene.words[last] ?? "")
    if (isSure && isName && !isGeneric) findings.push({ from: start, to: at + 1, kind: "address", risk: 0.85 })
    else if (known && (isLive || isSure) && !(isGeneric && !isLive))
      findings.push({ from: start, to: at + 1, kind: "address", risk: isLive ? 0.85 : 0.6 })
    else if (isLive && isName) findings.push({ from: start, to: at + 1, kind: "address", risk: 0.7 })
  }
  return findings
}
