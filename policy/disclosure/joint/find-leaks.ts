/** Finds every group of 1 to 9 children that follows from published counts, in every cross of a table. */
import { type Box, boxKey, type JointCell } from "./box.ts"
import { groupBox, groupOf, placeIn } from "./cross.ts"
import type { KnownCross, KnownGroups } from "./known-groups.ts"

/** How a small group follows: by itself, as what parts leave of a whole, as a whole less a part of it, or for a child alone. */
export type Leak =
  | { readonly kind: "group" | "hidden-zero"; readonly box: Box }
  | { readonly kind: "one-answer"; readonly box: Box; readonly variable: number }
  | { readonly kind: "rest"; readonly box: Box; readonly less: readonly Box[] }
  | { readonly kind: "difference"; readonly box: Box; readonly less: Box }
  | { readonly kind: "insider"; readonly box: Box; readonly alone: Box }

const isSmall = (count: number, threshold: number): boolean => count > 0 && count < threshold

const derivedGroups = function* ({ cross, follows, counts }: KnownCross, threshold: number): Generator<Leak> {
  for (let group = 0; group < cross.size; group++)
    if (follows[group] === 1 && isSmall(counts[group] ?? 0, threshold))
      yield { kind: "group", box: groupBox(cross, group) }
}

/** Subtracts from a whole, line by line, each of its parts that follows. */
const rests = function* ({ cross, follows, counts }: KnownCross, threshold: number): Generator<Leak> {
  for (let group = 0; group < cross.size; group++) {
    if (follows[group] === 0) continue
    for (const [at, { parts }] of cross.axes.entries()) {
      const place = placeIn(cross, group, at)
      const own = (parts[place] ?? []).map((part) => group + (part - place) * (cross.strides[at] ?? 1))
      const derived = own.filter((part) => follows[part] === 1)
      if (derived.length === own.length) continue
      const rest = derived.reduce((left, part) => left - (counts[part] ?? 0), counts[group] ?? 0)
      if (isSmall(rest, threshold))
        yield { kind: "rest", box: groupBox(cross, group), less: derived.map((part) => groupBox(cross, part)) }
    }
  }
}

/** How far the indexes of wider groups are from a group's, by axis and place; 0 for the same set. */
const stepsUp = ({ cross }: KnownCross) =>
  cross.axes.map(({ wider }, at) =>
    wider.map((others, place) => [0, ...others.map((other) => (other - place) * (cross.strides[at] ?? 1))]),
  )

const differences = function* (known: KnownCross, threshold: number): Generator<Leak> {
  const { cross, follows, counts } = known
  const steps = stepsUp(known)
  for (let group = 0; group < cross.size; group++) {
    const count = counts[group] ?? 0
    if (follows[group] === 0 || count === 0) continue
    let wider: readonly number[] = [group]
    for (const [at, own] of steps.entries()) {
      const up = own[placeIn(cross, group, at)] ?? [0]
      if (up.length > 1) wider = wider.flatMap((from) => up.map((step) => from + step))
    }
    for (const whole of wider)
      if (follows[whole] === 1 && isSmall((counts[whole] ?? 0) - count, threshold))
        yield { kind: "difference", box: groupBox(cross, whole), less: groupBox(cross, group) }
  }
}

/** Everybody in a group is seen to be in one category, as nobody is in any other. */
const oneAnswers = function* (
  { cross, follows, counts }: KnownCross,
  isSensitive: (variable: number) => boolean,
): Generator<Leak> {
  for (const [at, { variable, parts }] of cross.axes.entries()) {
    const own = parts[0] ?? []
    if (own.length < 2 || !isSensitive(variable)) continue
    const stride = cross.strides[at] ?? 1
    for (let group = 0; group < cross.size; group++) {
      if (placeIn(cross, group, at) !== 0 || follows[group] === 0 || counts[group] === 0) continue
      const open = own.filter((part) => follows[group + part * stride] === 0 || counts[group + part * stride] !== 0)
      if (open.length === 1) yield { kind: "one-answer", box: groupBox(cross, group), variable }
    }
  }
}

/** A zero that a table withholds, and that follows all the same. */
const hiddenZeros = function* (known: KnownCross, withheld: readonly JointCell[]): Generator<Leak> {
  for (const { box, count } of withheld) {
    const group = count === 0 ? groupOf(known.cross, box) : -1
    if (group >= 0 && known.follows[group] === 1) yield { kind: "hidden-zero", box }
  }
}

/** Proportional fingerprints have the same name. */
const fingerprintName = (
  { fingerprints }: KnownCross,
  group: number,
  normalise: (values: number[]) => string,
): string => normalise(fingerprints.map((lane) => lane[group] ?? 0))

/** A child who knows to be the 1 of a cell learns a small cell that changes only together with it. */
const insiderLeaks = function* (
  known: readonly KnownCross[],
  withheld: readonly JointCell[],
  threshold: number,
  normalise: (values: number[]) => string,
): Generator<Leak> {
  const classes = new Map<string, JointCell[]>()
  for (const cell of withheld) {
    if (!isSmall(cell.count, threshold)) continue
    for (const each of known) {
      const group = groupOf(each.cross, cell.box)
      if (group < 0 || each.follows[group] === 1) continue
      const name = fingerprintName(each, group, normalise)
      const members = classes.get(name)
      if (members === undefined) classes.set(name, [cell])
      else members.push(cell)
      break
    }
  }
  for (const members of classes.values()) {
    const alone = members.find(({ count }) => count === 1)
    if (alone === undefined) continue
    for (const { box, key } of members) if (key !== alone.key) yield { kind: "insider", box, alone: alone.box }
  }
}

/** The same for the same leak, whatever tables make it. */
export const leakName = (leak: Leak): string =>
  `${leak.kind} ${boxKey(leak.box)} ${leak.kind === "difference" ? boxKey(leak.less) : ""}`

export interface LeakOptions {
  readonly threshold: number
  readonly isSensitive: (variable: number) => boolean
  readonly normalise: (values: number[]) => string
}

/** Each small group once, the first by itself; the same in every order of release. */
export const findLeaks = (
  { crosses }: KnownGroups,
  withheld: readonly JointCell[],
  { threshold, isSensitive, normalise }: LeakOptions,
): readonly Leak[] => {
  const found = new Map<string, Leak>()
  const add = (leak: Leak): void => {
    const name = leakName(leak)
    if (!found.has(name)) found.set(name, leak)
  }
  for (const find of [derivedGroups, rests, differences])
    for (const known of crosses) for (const leak of find(known, threshold)) add(leak)
  for (const known of crosses) for (const leak of oneAnswers(known, isSensitive)) add(leak)
  for (const known of crosses) for (const leak of hiddenZeros(known, withheld)) add(leak)
  for (const leak of insiderLeaks(crosses, withheld, threshold, normalise)) add(leak)
  return [...found.values()]
}
