/** Makes a weight of the responses and a population: groups of ages, raking, trimming, and what each of them did. */
import { Effect, Schema } from "effect"
import type { Columns } from "../../../db/evidence/columns/read-columns.ts"
import type { Day } from "../../../policy/civil-day.ts"
import { regions } from "../../../policy/release/table.ts"
import {
  type Breakdown,
  breakdownWords,
  ethnicGroups,
  fileOf,
  groupsOf,
  isRegion,
  type Population,
  type PopulationCount,
  type PopulationFile,
  populationOf,
  sexes,
} from "../population/population.ts"
import { type AgeGroup, ageGroups, isWithoutSex } from "./age-groups.ts"
import { type Margin, rake, sumsOf, trim } from "./rake.ts"
import { countAges, fifths, type MarginName, type Plan, type Units, unitsOf } from "./units.ts"
import { recordsOf, type Weight } from "./weight.ts"

export interface WeightRequest {
  readonly name: string
  readonly ages: readonly number[]
  readonly margins: readonly MarginName[]
  readonly least: number
  readonly trim: number
}

export class WeightRefused extends Schema.TaggedError<WeightRefused>()("WeightRefused", { reason: Schema.String }) {
  override get message() {
    return `${this.reason} No weight was made.`
  }
}

const refuse = (reason: string) => new WeightRefused({ reason })

/** Places are asked from the age of 6: region, deprivation and ethnic group are weighted among those ages. */
const isAsked =
  ({ ages }: Plan) =>
  ({ age }: PopulationCount): boolean =>
    ages.includes(age) && !isWithoutSex(age)

const breakdownOf: Readonly<Record<MarginName, Breakdown>> = {
  "age-sex": "region",
  region: "region",
  deprivation: "deprivation",
  ethnicity: "ethnicity",
}

const divided = (counts: readonly number[]): Float64Array => {
  const all = counts.reduce((sum, each) => sum + each, 0)
  return Float64Array.from(counts, (each) => each / all)
}

const groupCounts = (file: PopulationFile, plan: Plan, groups: readonly (readonly string[])[]): Float64Array =>
  divided(groups.map((keys) => populationOf(file, (each) => isAsked(plan)(each) && keys.includes(each.group))))

const tenthsOf = (fifth: number): readonly string[] => [`${2 * fifth + 1}`, `${2 * fifth + 2}`]

const agesAndSexes = (file: PopulationFile, groups: readonly AgeGroup[]) => {
  const count = (ages: readonly number[], isSex: (sex: string) => boolean): number =>
    populationOf(file, ({ age, sex }) => ages.includes(age) && isSex(sex))
  return {
    age: divided(groups.map(({ ages }) => count(ages, () => true))),
    "sex within age": Float64Array.from(
      groups
        .filter(({ bySex }) => bySex)
        .flatMap(({ ages }) => [...divided(sexes.map((sex) => count(ages, (each) => each === sex)))]),
    ),
  }
}

/** The share of each cell of each margin, in the order of the cells. */
const sharesOf = (population: Population, plan: Plan): Readonly<Record<string, Float64Array>> => {
  const [byRegion, byTenth, byGroup] = (["region", "deprivation", "ethnicity"] as const).map((each) =>
    fileOf(population, each),
  )
  return {
    ...(byRegion && agesAndSexes(byRegion, plan.groups)),
    ...(byRegion && {
      region: groupCounts(
        byRegion,
        plan,
        groupsOf.region.map((each) => [each]),
      ),
    }),
    ...(byTenth && {
      deprivation: groupCounts(
        byTenth,
        plan,
        fifths.map((_, at) => tenthsOf(at)),
      ),
    }),
    ...(byGroup && {
      ethnicity: groupCounts(
        byGroup,
        plan,
        ethnicGroups.map((each) => [each]),
      ),
    }),
  }
}

const cellWords = (margin: string, cell: number): string => {
  if (margin === "region") {
    const code = groupsOf.region[cell] ?? ""
    return `the region ${isRegion(code) ? regions[code] : code}`
  }
  return margin === "deprivation" ? `fifth ${cell + 1} of deprivation` : `the ethnic group ${ethnicGroups[cell]}`
}

/** A region or a group without responses has no neighbour to join: nothing could stand for its children. */
const emptyCell = ({ children }: Units, { name, cellOf, shares }: Margin): string | undefined => {
  const found = new Float64Array(shares.length)
  cellOf.forEach((cell, unit) => {
    if (cell >= 0) found[cell] = (found[cell] ?? 0) + (children[unit] ?? 0)
  })
  const empty = found.indexOf(0)
  return empty < 0 ? undefined : cellWords(name, empty)
}

/** How far the worst cell is from its share, after trimming. */
const offOf = (margin: Margin, totals: Float64Array): number => {
  const { blockOf, shares } = margin
  const { cells, blocks } = sumsOf(margin, totals)
  return shares.reduce(
    (worst, share, cell) =>
      Math.max(worst, Math.abs((cells[cell] ?? 0) / (share * (blocks[blockOf[cell] ?? 0] ?? 1)) - 1)),
    0,
  )
}

const leftOut = (population: Population, margins: readonly MarginName[]): readonly string[] => [
  ...(["region", "deprivation", "ethnicity"] as const).flatMap((name) => {
    if (margins.includes(name)) return []
    const source = fileOf(population, name)
    return [
      `${breakdownWords[name]} (${source === undefined ? `no source in ${population.vintage}` : "not asked for"})`,
    ]
  }),
  ...(margins.includes("age-sex") ? [] : ["age and sex (not asked for)"]),
  "support, where the child lives, and school (no official figures by age are imported)",
]

export const makeWeight = Effect.fnUntraced(function* (
  columns: Columns,
  population: Population,
  request: WeightRequest,
  madeOn: Day,
) {
  const { name, ages, least, trim: times } = request
  const unsourced = request.margins.find((each) => fileOf(population, breakdownOf[each]) === undefined)
  if (unsourced !== undefined)
    return yield* refuse(`The population ${population.vintage} has no file by ${breakdownOf[unsourced]}.`)
  const groups = yield* Effect.fromResult(ageGroups(ages, least, countAges(columns, ages)))
  const plan: Plan = { ages, groups, margins: request.margins }
  const units = unitsOf(columns, plan)
  const shares = sharesOf(population, plan)
  const margins = units.margins.flatMap((margin): readonly Margin[] => {
    const share = shares[margin.name]
    return share === undefined ? [] : [{ ...margin, shares: share }]
  })
  for (const margin of margins.filter((each) => !/^(?:age|sex within age)$/.test(each.name))) {
    const empty = emptyCell(units, margin)
    if (empty !== undefined)
      return yield* refuse(
        `No response is in ${empty}, which the population has. Leave out ${margin.name} with --margins.`,
      )
  }
  const raked = yield* Effect.fromResult(rake(units.children, margins))
  const each = raked.totals.map((total, unit) => total / (units.children[unit] ?? 1))
  const { weights, cut } = trim(each, units.children, times)
  const totals = weights.map((weight, unit) => weight * (units.children[unit] ?? 0))
  const weighted = units.children.reduce((sum, count) => sum + count, 0)
  const squares = weights.reduce((sum, weight, unit) => sum + weight * weight * (units.children[unit] ?? 0), 0)
  const all = totals.reduce((sum, total) => sum + total, 0)
  return {
    ...{ name, vintage: population.vintage, madeOn, ages, groups, margins: plan.margins },
    leftOut: leftOut(population, plan.margins),
    responses: columns.responses,
    records: recordsOf(columns.keys),
    ...{ weighted, least, trim: times, cut, iterations: raked.iterations },
    effective: (all * all) / squares,
    off: margins.map((margin) => ({ margin: margin.name, off: offOf(margin, totals) })),
    units: units.keys.map((key, unit) => [key, each[unit] ?? 0, weights[unit] ?? 0] as const),
  } satisfies Weight
})
