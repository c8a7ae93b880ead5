/** Small random tables that pass release reveal no group in which all share one category: alone, and together with another. */
import { Effect } from "effect"
import { expect, test } from "vitest"
import type { ProposalDraft } from "../../../policy/release/proposal.ts"
import { randomFrom } from "../../support/disclosure/audit/random-publication.ts"
import { rangesOf } from "../../support/disclosure/suppress/fillings.ts"
import { type Child, childrenOf, cutOf, tableOf } from "../../support/release/children.ts"
import { mayHold, type Told } from "../../support/release/possible-members.ts"
import { decided } from "../../support/release/try-release.ts"

const tags: ["small-cells-suppressed"] = ["small-cells-suppressed"]
const full = process.env["FULL"] === "1"
const ages = ["6", "7", "8"]
const genders = ["boy", "girl", "neither"]
const hopes = ["a home", "a job"]
const columns = { age: ages, gender: genders, hope: hopes }
const everyPlace = (names: readonly (keyof typeof columns)[]): readonly Child[] =>
  names.reduce<readonly Child[]>(
    (places, name) => places.flatMap((place) => columns[name].map((value) => ({ ...place, [name]: value }))),
    [{}],
  )
const named = (child: Child): Child => ({
  ...child,
  sex: child["gender"]?.slice(0, 1) ?? "",
  band: child["age"] === "8" ? "over 7" : "to 7",
})

/** Half of the ages are of one gender or two, and here and there only a few are. */
const drawn = (seed: number, most: number): readonly Child[] => {
  const random = randomFrom(seed)
  const among = new Map(ages.map((age) => [age, genders.filter(() => random() < 0.55)]))
  return childrenOf(
    everyPlace(["age", "gender", "hope"]).map((child): readonly [number, Child] => {
      const isAmong = among.get(child["age"] ?? "")?.includes(child["gender"] ?? "") === true
      return [
        isAmong ? (random() < 0.2 ? 1 + Math.floor(random() * 5) : 5 + Math.floor(random() * most)) : 0,
        named(child),
      ]
    }),
  )
}

const ageByGender = { by: [["age"], ["gender"]], sensitive: ["gender"] }
const cut = (
  of: readonly Child[],
  more: Partial<Parameters<typeof cutOf>[1]> = {},
): Promise<ProposalDraft | undefined> => cutOf(of, { ...ageByGender, ...more }).catch(() => undefined)

test("alone, by every filling", { tags, timeout: 600_000 }, async () => {
  let zeros = 0
  for (let seed = 1; seed <= (full ? 600 : 15); seed++) {
    const children = drawn(seed, 12)
    const draft = await cut(children)
    // A dimension of one category has no row to tell it of.
    const isOne = new Set(children.map(({ gender }) => gender)).size === 1
    if (draft === undefined || isOne || (await decided(draft)) !== "released") continue
    const { table } = await Effect.runPromise(tableOf(children, ageByGender.by))
    const published = Uint8Array.from(draft.cells, (cell) => (cell.published ? 1 : 0))
    const ranges = rangesOf(table, published, [], 200_000, 0)
    if (ranges === undefined) continue
    const greatest = (cell: number): number => ranges.get(cell)?.greatest ?? table.counts[cell] ?? 0
    const rows = Map.groupBy([...draft.cells.keys()], (cell) => draft.cells[cell]?.labels[0])
    for (const cells of rows.values()) {
      const held = cells.filter((cell) => draft.cells[cell]?.labels[1] !== "Total")
      if (held.every((cell) => table.counts[cell] === 0)) continue
      expect(held.filter((cell) => greatest(cell) > 0).length, `seed ${seed}`).toBeGreaterThan(1)
    }
    zeros += draft.cells.filter(({ count, published: isShown }) => count === 0 && !isShown).length
  }
  expect(zeros).toBeGreaterThan(3)
})

const everybody = () => true
/** A second table of the same children, or some of them, and of what each of its dimensions tells. */
const seconds = [
  { by: [["age"], ["hope"]], sensitive: [] },
  { by: [["age"], ["gender"]], sensitive: [] },
  { by: [["age"], ["sex"]], sensitive: ["sex"] },
  { by: [["age"], ["sex"]], sensitive: [] },
  { by: [["band"], ["gender"]], sensitive: ["gender"] },
  { by: [["age", "band"], ["gender"]], sensitive: ["gender"] },
  { by: [["gender"], ["hope"]], sensitive: [] },
  { by: [["age"], ["gender"], ["hope"]], sensitive: ["gender"] },
  { by: [["age"], ["hope"]], sensitive: [], of: (child: Child) => child["gender"] === "girl" },
  { by: [["age"], ["gender"]], sensitive: [], of: (child: Child) => child["age"] !== "8" },
  { by: [["age"], ["gender"]], sensitive: ["gender"], of: (child: Child) => child["hope"] === "a job" },
]

test("together with a second table, in either order", { tags, timeout: 600_000 }, async () => {
  const places = everyPlace(["age", "gender", "hope"]).map(named)
  const outcomes = { released: 0, refused: 0 }
  for (let seed = 1; seed <= (full ? 150 : 2); seed++) {
    const children = drawn(seed, 40)
    const first = await cut(children)
    if (first === undefined || (await decided(first)) !== "released") continue
    if (first.cells.every(({ count, published }) => published || count > 0)) continue
    for (const { of = everybody, ...cutSo } of seconds.filter(({ by }) => full || by.length < 3)) {
      const second = await cut(children.filter(of), { ...cutSo, title: "Second" })
      if (second === undefined || (await decided(second)) !== "released") continue
      const verdicts = [await decided(second, [first]), await decided(first, [second])]
      const isOut = verdicts.includes("released")
      outcomes[isOut ? "released" : "refused"] += 1
      if (!isOut) continue
      const tables: readonly Told[] = [
        { draft: first, columns: ageByGender.by, of: everybody },
        { draft: second, columns: cutSo.by, of },
      ]
      const groups = ages.flatMap((age) =>
        genders.map((gender) => (child: Child) => child["age"] === age && child["gender"] === gender),
      )
      const held = await mayHold(children, places, tables, groups)
      for (const [at, age] of ages.entries()) {
        if (children.every((child) => child["age"] !== age)) continue
        const open = held.slice(at * genders.length, (at + 1) * genders.length).filter((is) => is)
        expect(open.length, `seed ${seed}, ${JSON.stringify(cutSo.by)}`).toBeGreaterThan(1)
      }
    }
  }
  expect(outcomes.released).toBeGreaterThan(1)
  expect(outcomes.refused).toBeGreaterThan(3)
})
