/** A cut of made-up records, as asking for a table gives one: seeded, so that it is always the same. */
import { Effect } from "effect"
import { protect } from "../../../../policy/disclosure/suppress/protect.ts"
import type { PriorDecisions } from "../../../../policy/disclosure/suppress/state/prior-decisions.ts"
import { dimensionOf } from "../../../../policy/disclosure/tables/dimension.ts"
import { latticeOf } from "../../../../policy/disclosure/tables/lattice.ts"
import { columnOf } from "../../../../policy/disclosure/tables/microdata.ts"
import { countsOf } from "../../../../policy/disclosure/tables/tabulate.ts"
import { parameters } from "../../../../policy/parameters.ts"
import { keysOfCells } from "../../../../src/tables/request/cell-keys.ts"
import type { UnprotectedTable } from "../../../../src/tables/request/tabulate-request.ts"
import { randomFrom } from "../../disclosure/audit/random-publication.ts"

const bands = ["9 to 12", "13 to 17"] as const
const ages = { "9": 0, "10": 0, "11": 0, "12": 0, "13": 1, "14": 1, "15": 1 } as const
const hopes = ["a home", "a job", "friends", "health", "rare"] as const
const regions = { E12000001: 0.5, E12000004: 0.3, E12000007: 0.2 } as const

const one = <T>(values: readonly T[], weight: (value: T, at: number) => number, drawn: number): T | undefined => {
  const all = values.reduce((sum, value, at) => sum + weight(value, at), 0)
  let left = drawn * all
  return values.find((value, at) => {
    left -= weight(value, at)
    return left < 0
  })
}

type Named = "age" | "band" | "hope" | "region"
export type Layout = readonly (readonly Named[])[]

/** A table of the given number of children, without those left out: by default hope by single year of age within its band. */
export const cutOf = (
  children: number,
  seed: number,
  leftOut: readonly number[] = [],
  layout: Layout = [["hope"], ["age", "band"]],
): Promise<UnprotectedTable> => {
  const random = randomFrom(seed)
  const all = Array.from({ length: children }, () => {
    const age = one(Object.keys(ages), () => 1, random()) ?? "9"
    return {
      age,
      band: bands[Object.entries(ages).find(([each]) => each === age)?.[1] ?? 0] ?? bands[0],
      hope: one(hopes, (hope, at) => (hope === "rare" ? 0.12 : 1 / (at + 1)), random()) ?? "a home",
      region: one(Object.entries(regions), ([, share]) => share, random())?.[0] ?? "E12000001",
      key: (BigInt(Math.floor(random() * 2 ** 32)) << 32n) | BigInt(Math.floor(random() * 2 ** 32)),
    }
  })
  const rows = all.filter((_, at) => !leftOut.includes(at))
  const column = (name: Named) =>
    columnOf(
      name,
      rows.map((row) => row[name]),
    )
  return Effect.gen(function* () {
    const coded = yield* Effect.forEach(layout, (names) => dimensionOf(names.map(column)))
    const lattice = latticeOf(coded.map(({ dimension }) => dimension))
    const records = BigUint64Array.from(rows, ({ key }) => key)
    const cut: UnprotectedTable = {
      title: "Hopes by age",
      cut: `--rows ${layout.map((names) => names.join("<")).join(",")}`,
      geographies: ["England"],
      table: { lattice, counts: countsOf(lattice, coded) },
      keys: keysOfCells(
        lattice,
        coded.map(({ leafOf }) => leafOf),
        records,
      ),
      records,
      dimensions: coded.map(({ dimension: { name, categories } }) => ({ name, categories: categories.toReversed() })),
    }
    return cut
  }).pipe(Effect.runPromise)
}

export const protectedCut = ({ table }: UnprotectedTable, decided?: PriorDecisions) =>
  Effect.runPromise(
    protect(table, { level: "witnessed", threshold: parameters.threshold.value, ...(decided && { decided }) }),
  )
