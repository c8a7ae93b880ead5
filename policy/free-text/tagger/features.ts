/** Lists the features of one word in its text, as places among the weights. */
import type { Unit } from "../text/units.ts"
import type { WordFacts } from "./facts.ts"
import { bucketOf, hashOf } from "./hash.ts"

/** What the features use of one word, each hashed once. */
interface Hashed {
  readonly context: number
  readonly kind: number
  readonly shape: number
  readonly shortShape: number
  readonly near: number
  readonly phrase: number
  readonly allowed: number
  readonly case: number
  readonly word: number
  readonly tail: number
  readonly sign: number
  readonly ends: number
  readonly grams: readonly number[]
}

const nothing = hashOf("^")
const outside: Hashed = {
  context: nothing,
  kind: nothing,
  shape: nothing,
  shortShape: nothing,
  near: nothing,
  phrase: nothing,
  allowed: nothing,
  case: nothing,
  word: nothing,
  tail: nothing,
  sign: nothing,
  ends: nothing,
  grams: [],
}

const gramFeature = 90

const gramsOf = (word: string): readonly number[] => {
  const whole = `<${word}>`
  const grams: number[] = []
  for (let size = 2; size <= 4; size++)
    for (let at = 0; at + size <= whole.length && at < 16; at++)
      grams.push(bucketOf(gramFeature, hashOf(whole.slice(at, at + size))))
  return grams
}

export const hashed = (units: readonly Unit[], facts: readonly WordFacts[]): readonly Hashed[] =>
  facts.map((own, at) => ({
    context: hashOf(own.context),
    kind: hashOf(own.kind),
    shape: hashOf(own.shape),
    shortShape: own.shape.charCodeAt(0),
    near: hashOf(own.near),
    phrase: hashOf(own.phrase),
    allowed: hashOf(own.allowed),
    case: hashOf(own.case),
    word: hashOf(own.word),
    tail: hashOf(own.word.slice(-3)),
    sign: hashOf(units[at]?.before ?? ""),
    ends: units[at]?.isPossessive === true ? 1 : 2,
    grams: own.isCommon ? [] : gramsOf(own.word),
  }))

const empty = hashOf("")

/** The label of the word before takes part: a surname follows a first name. */
export const featuresOf = (
  all: readonly Hashed[],
  facts: readonly WordFacts[],
  at: number,
  labelBefore: string,
): readonly number[] => {
  const own = all[at]
  const fact = facts[at]
  if (own === undefined || fact === undefined) return []
  const p = all[at - 1] ?? outside
  const q = all[at - 2] ?? outside
  const o = all[at - 3] ?? outside
  const n = all[at + 1] ?? outside
  const m = all[at + 2] ?? outside
  const before = labelBefore.charCodeAt(0)
  const after = all[at + 1]?.sign ?? nothing
  const length = Math.min(all.length, 4)
  const place = (at === 0 ? 1 : 0) + (at === all.length - 1 ? 2 : 0)
  const { shape, near, phrase } = own
  const features = [
    bucketOf(1),
    bucketOf(2, shape),
    bucketOf(3, own.shortShape),
    bucketOf(4, near),
    bucketOf(5, shape, near),
    bucketOf(6, p.context),
    bucketOf(7, n.context),
    bucketOf(8, q.context, p.context),
    bucketOf(9, p.context, n.context),
    bucketOf(10, n.context, m.context),
    bucketOf(11, shape, p.context),
    bucketOf(12, shape, n.context),
    bucketOf(13, near, p.context),
    bucketOf(14, own.case),
    bucketOf(15, own.case, shape),
    bucketOf(16, p.kind, n.kind),
    bucketOf(17, q.kind, p.kind),
    bucketOf(18, p.kind, shape),
    bucketOf(19, n.kind, shape),
    bucketOf(20, own.sign, after),
    bucketOf(21, own.sign, after, shape),
    bucketOf(22, before),
    bucketOf(23, before, shape),
    bucketOf(24, before, p.context),
    bucketOf(25, before, own.case),
    bucketOf(26, own.ends, n.context),
    bucketOf(27, own.ends, shape),
    bucketOf(28, phrase),
    bucketOf(29, phrase, p.context),
    bucketOf(30, phrase, shape),
    bucketOf(31, own.allowed),
    bucketOf(32, own.allowed, p.kind),
    bucketOf(33, q.kind, p.kind, n.kind),
    bucketOf(34, o.context, q.context, p.context),
    bucketOf(35, p.kind, n.kind, m.kind),
    bucketOf(36, length, place, shape),
    bucketOf(37, p.tail),
    bucketOf(38, n.tail),
    bucketOf(39, p.kind, own.case, shape),
    bucketOf(40, q.context, p.context, shape),
    ...own.grams,
  ]
  if (all.length === 1) features.push(bucketOf(41, own.context))
  if (fact.isCommon)
    features.push(
      bucketOf(50, own.word),
      bucketOf(51, own.word, p.context),
      bucketOf(52, own.word, n.context),
      bucketOf(53, own.word, p.kind, n.kind),
      bucketOf(54, own.word, own.case),
    )
  for (let back = 1; back <= 5; back++) {
    const kind = all[at - back]?.kind ?? empty
    if (kind !== empty) features.push(bucketOf(60, kind))
  }
  for (let on = 1; on <= 4; on++) {
    const kind = all[at + on]?.kind ?? empty
    if (kind !== empty) features.push(bucketOf(61, kind))
  }
  return features
}
