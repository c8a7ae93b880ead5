/** Turns the labels of the tagger into spans, with what the tables and the allow-list say for or against. */
import type { SpanKind } from "../patterns/match.ts"
import { labels } from "../tagger/weights.ts"
import type { Finding, Scene } from "./scene.ts"

const kindOf: Readonly<Record<string, SpanKind>> = { P: "person", L: "place", S: "school" }

/** They announce a span or count something, and are part of none. */
const never = new Set(
  "year years class school postcode upn nhs dob sister brother mum dad mummy daddy teacher friend friends people everyone someone nobody everybody christmas birthday because where there when what who how which truly sincerely since until".split(
    " ",
  ),
)

/** Enough to hold a text, and not to replace a word. */
const doubtful = 0.1

/** Whether the text claims the person as somebody near: my friend …, … from my street. */
const isOwnPerson = (scene: Scene, at: number): boolean => {
  const kindsBefore = [scene.facts[at - 1]?.kind, scene.facts[at - 2]?.kind]
  if (kindsBefore.some((kind) => kind === "kin" || kind === "friend")) return true
  return [1, 2].some((on) => /^(?:from|in|is) (?:my|our|next)$/.test(scene.words.slice(at + on, at + on + 2).join(" ")))
}

/** The risk that a word is part of a span. */
const riskAt = (scene: Scene, at: number): number => {
  const tag = scene.tags[at]
  const facts = scene.facts[at]
  const unit = scene.units[at]
  if (tag === undefined || facts === undefined || unit === undefined || !unit.isWord) return 0
  const isOwn = isOwnPerson(scene, at)
  if (never.has(facts.word) || (facts.allowed === "several" && !isOwn)) return 0
  // Year 7b, h2o: a letter that touches a figure.
  const touches = scene.units[at - 1]?.end === unit.start || scene.units[at + 1]?.start === unit.end
  if (facts.word.length < 3 && touches && !/^[a-z]/.test(`${scene.words[at - 1] ?? "0"}`)) return 0
  const risk = 1 - (tag.shares[0] ?? 1)
  // A city, a country or a character: let it be, unless it is used as a person's name.
  if (facts.allowed === "one") {
    const isNaming = /^(?:kin|friend|title|role|naming)$/.test(scene.facts[at - 1]?.kind ?? "")
    const person = tag.shares[labels.indexOf("P")] ?? 0
    return isNaming ? risk : person > 0.7 ? doubtful : 0
  }
  // A common word that hardly a child was called, and no place or school either.
  const isPlain =
    scene.lexicon.frequency(facts.word) > 100 && scene.lexicon.bearers(facts.word) < 60 && facts.phrase.length < 5
  return isPlain && (unit.case === "lower" || unit.isFirst) ? risk * (risk > 0.9 ? 0.45 : 0.15) : risk
}

const bestKind = (scene: Scene, from: number, to: number): SpanKind => {
  const sums = { P: 0, L: 0, S: 0 }
  for (let at = from; at < to; at++)
    for (const label of ["P", "L", "S"] as const) sums[label] += scene.tags[at]?.shares[labels.indexOf(label)] ?? 0
  const best = sums.P >= sums.L && sums.P >= sums.S ? "P" : sums.L >= sums.S ? "L" : "S"
  return kindOf[best] ?? "person"
}

/** Whether each word is an ordinary one in small letters: "a marine biologist", "the fox". */
const isOrdinary = (scene: Scene, from: number, to: number): boolean => {
  for (let at = from; at < to; at++) {
    const word = scene.facts[at]?.word ?? ""
    const { births, frequency } = scene.lexicon
    if (scene.units[at]?.case !== "lower" || frequency(word) < 200 || births(word) > 200) return false
  }
  return true
}

export const findTagged = (scene: Scene, least: number): readonly Finding[] => {
  const findings: Finding[] = []
  const risks = scene.words.map((_, at) => riskAt(scene, at))
  for (let at = 0; at < risks.length; ) {
    const risk = risks[at] ?? 0
    if (risk < least) {
      at += 1
      continue
    }
    let to = at + 1
    let most = risk
    const label = scene.tags[at]?.label
    while (
      to < risks.length &&
      (risks[to] ?? 0) >= least &&
      /^-?$/.test(scene.units[to]?.before ?? "") &&
      (label === scene.tags[to]?.label || (risks[to] ?? 0) < 0.5)
    ) {
      most = Math.max(most, risks[to] ?? 0)
      to += 1
    }
    const kind = bestKind(scene, at, to)
    const isDoubtful = kind !== "person" && isOrdinary(scene, at, to)
    findings.push({ from: at, to, kind, risk: isDoubtful ? most * 0.35 : most })
    at = to
  }
  return findings
}
