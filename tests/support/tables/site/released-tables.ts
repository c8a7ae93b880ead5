/** Tables as they are kept once released: some that read well, and any that chance makes. */
import { Effect } from "effect"
import fc from "fast-check"
import { canonicalJson } from "../../../../policy/record/canonical-json.ts"
import { digestOf } from "../../../../policy/record/digest.ts"
import { labelCombinations } from "../../../../policy/release/complete-table-gate.ts"
import { restoreReleased } from "../../../../policy/release/release.ts"
import type { Released } from "../../../../policy/release/released.ts"
import type { Cell, ProposedTable, TableDimension } from "../../../../policy/release/table.ts"
import { author } from "../../policy/release.ts"

/** As the evidence store gives a release back, whatever its numbers are. */
export const released = ({ title, geographies, dimensions, cells }: ProposedTable): Promise<Released> => {
  const shown = cells.map(({ labels, count, published }) => ({ labels, count: published ? count : "[c]" }))
  const kept = { title, geographies, dimensions, cells: shown, audit: digestOf("audit"), releasedOn: "2021-06-01" }
  return Effect.runPromise(restoreReleased(kept, digestOf(canonicalJson(kept))))
}

export const tableOf = (
  title: string,
  dimensions: readonly TableDimension[],
  count: (labels: readonly string[], at: number) => Pick<Cell, "count" | "published">,
): ProposedTable => ({
  title,
  author,
  geographies: ["England"],
  dimensions,
  cells: labelCombinations(dimensions).map((labels, at) => ({ labels, ...count(labels, at) })),
})

const hopes = [
  ["A good home to live in", 31],
  ["Good friends", 44],
  ["To feel safe when I go out near where I live", 17],
  ["A job or career I like", 39],
  ["Good mental health, and somebody to talk to when things are hard", 28],
  ["Something else", 1],
] as const
const ages = { "4 to 5": 2, "6 to 8": 7, "9 to 12": 12, "13 to 17": 9 }
const places = { E12000001: 5, E12000004: 9, E12000007: 17, E12000009: 1 }
const sum = (counts: Readonly<Record<string, number>>): Readonly<Record<string, number>> => ({
  ...counts,
  Total: Object.values(counts).reduce((all, each) => all + each, 0),
})
const weights = [sum(Object.fromEntries(hopes)), sum(ages), sum(places)]
const names = ["Hope", "Age", "Region"]

const rare = ["To feel safe when I go out near where I live", "Something else"]

/** Its two rarest hopes are withheld wherever they are not summed, which the audit finds safe. */
const hopeTable = (title: string, ways: number): ProposedTable => {
  const used = weights.slice(0, ways)
  const dimensions = used.map((weight, at) => ({ name: names[at] ?? "", categories: Object.keys(weight) }))
  return tableOf(title, dimensions, (labels) => ({
    count: used.reduce((product, weight, at) => product * (weight[labels[at] ?? ""] ?? 0), 1),
    published: !rare.includes(labels[0] ?? "") || labels.includes("Total"),
  }))
}

export const byAge = hopeTable("Hopes for the future by age", 2)
export const byAgeAndRegion = hopeTable("What children hope for, by age and region", 3)
export const byHope = hopeTable("Hopes", 1)

const category = fc.oneof(
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }),
  fc.constantFrom('a "quoted", word', "<script>alert(1)</script>", "two\r\nlines", "=1+1", "&amp;", "it's"),
)

/** So large, and all begun alike, that none can occur by chance. */
export const secret = fc.integer({ min: 7_310_950_000_000, max: 7_310_959_999_999 })

/** Tables of one to three dimensions with some cells withheld, or none. */
export const anyTable: fc.Arbitrary<ProposedTable> = fc
  .record({
    title: category,
    names: fc.uniqueArray(category, { minLength: 1, maxLength: 3 }),
    lists: fc.array(fc.uniqueArray(category, { minLength: 1, maxLength: 4 }), { minLength: 3, maxLength: 3 }),
    withTotal: fc.boolean(),
    withheld: fc.array(fc.option(secret, { freq: 2 }), { minLength: 1, maxLength: 30 }),
    counts: fc.array(fc.integer({ min: 10, max: 90_000 }), { minLength: 1, maxLength: 30 }),
  })
  .map(({ title, names: given, lists, withTotal, withheld, counts }) =>
    tableOf(
      title,
      given.map((name, at) => ({
        name: name === "count" ? "counted" : name,
        categories: [...(lists[at] ?? []), ...(withTotal ? ["Total"] : [])],
      })),
      (_, at) => {
        const kept = withheld[at % withheld.length] ?? null
        return kept === null
          ? { count: counts[at % counts.length] ?? 10, published: true }
          : { count: kept, published: false }
      },
    ),
  )
