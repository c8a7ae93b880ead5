/** Puts responses that are alike in age, sex, region, deprivation and ethnic group into one unit, which has one weight. */
import type { Columns } from "../../../db/evidence/columns/read-columns.ts"
import type { FormId } from "../../../policy/data/form-id.ts"
import { agesOf } from "../../../policy/data/form-scope.ts"
import type { Variable } from "../../../surveys/variables/variable.ts"
import { variableNamed } from "../../../surveys/variables/variables.ts"
import { ethnicGroups, groupsOf, sexes } from "../population/population.ts"
import type { AgeCounts, AgeGroup } from "./age-groups.ts"
import type { Margin } from "./rake.ts"

export const marginNames = ["age-sex", "region", "deprivation", "ethnicity"] as const
export type MarginName = (typeof marginNames)[number]

export const fifths = Array.from({ length: 5 }, (_, at) => `fifth-${at + 1}`)

/** The variable of each margin after age and sex, with its cells in order. */
const furtherMargins = {
  region: { variable: "region", cells: groupsOf.region },
  deprivation: { variable: "imd-quintile", cells: fifths },
  ethnicity: { variable: "ethnicity", cells: ethnicGroups },
} as const
const further = ["region", "deprivation", "ethnicity"] as const

/** What a weight reads of each response. */
export const weightVariables: readonly Variable[] = [
  "form",
  "age",
  "gender",
  ...further.map((name) => furtherMargins[name].variable),
].flatMap((name) => variableNamed(name) ?? [])

export interface Plan {
  /** Every age of the population. */
  readonly ages: readonly number[]
  readonly groups: readonly AgeGroup[]
  readonly margins: readonly MarginName[]
}

/** For each response its age: 4 for the form of 4 and 5, -1 where it is not known, -2 outside the population. */
const agesIn = (columns: Columns, ages: readonly number[]): Int8Array => {
  const [form, age, region] = ["form", "age", "region"].map((name) => columns.columns.get(name))
  const outside = region?.categories.findIndex(({ key }) => key === "outside-england") ?? -1
  const ageOf = age?.categories.map(({ key }) => (/^\d+$/.test(key) ? Number(key) : -1)) ?? []
  const formAges = form?.categories.map(({ key }): readonly number[] => agesOf[key as FormId]) ?? []
  const first = formAges.map((all) => (all.includes(4) ? 4 : -1))
  const isAllWithin = formAges.map((all) => all.every((each) => ages.includes(each)))
  return Int8Array.from({ length: columns.responses }, (_, row) => {
    if (region?.codes[row] === outside) return -2
    const code = form?.codes[row] ?? 0
    const known = Math.max(first[code] ?? -1, ageOf[age?.codes[row] ?? 0] ?? -1)
    if (known < 0) return isAllWithin[code] ? -1 : -2
    return ages.includes(known) ? known : -2
  })
}

const codesOf = (columns: Columns, name: string, keys: readonly string[]): Int8Array => {
  const column = columns.columns.get(name)
  const places = column?.categories.map(({ key }) => keys.indexOf(key)) ?? []
  return Int8Array.from(column?.codes ?? [], (code) => places[code] ?? -1)
}

export const countAges = (columns: Columns, ages: readonly number[]): ((age: number) => AgeCounts) => {
  const aged = agesIn(columns, ages)
  const sex = codesOf(columns, "gender", sexes)
  const counts = ages.map(() => [0, 0, 0])
  aged.forEach((age, row) => {
    // Only the first of the ages 4 and 5 is counted: their form does not tell them apart.
    const one = counts[ages.indexOf(age)]
    const at = sex[row] ?? -1
    if (one !== undefined) one[at < 0 ? 2 : at] = (one[at < 0 ? 2 : at] ?? 0) + 1
  })
  return (age) => {
    const [girl = 0, boy = 0, other = 0] = counts[ages.indexOf(age)] ?? []
    return { girl, boy, all: girl + boy + other }
  }
}

export interface Units {
  /** The unit of each response; -1 for one outside the population. */
  readonly unitOf: Int32Array
  /** What names a unit in the file of a weight. */
  readonly keys: readonly string[]
  /** Responses in each unit. */
  readonly children: Float64Array
  /** Without the shares of the population. */
  readonly margins: readonly Omit<Margin, "shares">[]
}

/** The margins of one plan over units that are given by their parts: group, sex and the further cells. */
const marginsOf = (plan: Plan, parts: readonly (readonly number[])[]): readonly Omit<Margin, "shares">[] => {
  const cellOf = (read: (part: readonly number[]) => number): Int32Array => Int32Array.from(parts, read)
  const one = (name: string, cells: number, at: number) => ({
    name,
    cellOf: cellOf((part) => part[at] ?? -1),
    blockOf: new Int32Array(cells),
  })
  const sexBlocks = plan.groups.flatMap(({ bySex }, group) => (bySex ? [group] : []))
  const bySex = {
    name: "sex within age",
    cellOf: cellOf(([group = -1, sex = -1]) => {
      const block = sexBlocks.indexOf(group)
      return block < 0 || sex < 0 ? -1 : 2 * block + sex
    }),
    blockOf: Int32Array.from({ length: 2 * sexBlocks.length }, (_, cell) => Math.floor(cell / 2)),
  }
  return [
    ...(plan.margins.includes("age-sex") ? [one("age", plan.groups.length, 0), bySex] : []),
    ...further.flatMap((name, at) =>
      plan.margins.includes(name) ? [one(name, furtherMargins[name].cells.length, at + 2)] : [],
    ),
  ]
}

export const unitsOf = (columns: Columns, plan: Plan): Units => {
  const aged = agesIn(columns, plan.ages)
  const groupOf = new Map(plan.groups.flatMap(({ ages }, group) => ages.map((age) => [age, group] as const)))
  const sex = codesOf(columns, "gender", sexes)
  const codes = further.map((name) =>
    plan.margins.includes(name)
      ? codesOf(columns, furtherMargins[name].variable, furtherMargins[name].cells)
      : new Int8Array(columns.responses).fill(-1),
  )
  const places = new Map<number, number>()
  const parts: (readonly number[])[] = []
  const children: number[] = []
  const unitOf = Int32Array.from(aged, (age, row) => {
    if (age === -2) return -1
    const group = groupOf.get(age) ?? -1
    const mine = group >= 0 && plan.groups[group]?.bySex ? (sex[row] ?? -1) : -1
    const [region = -1, deprivation = -1, ethnicity = -1] = codes.map((each) => each[row])
    const code = ((((group + 1) * 3 + mine + 1) * 10 + region + 1) * 6 + deprivation + 1) * 6 + ethnicity + 1
    const unit = places.get(code) ?? parts.push([group, mine, region, deprivation, ethnicity]) - 1
    places.set(code, unit)
    children[unit] = (children[unit] ?? 0) + 1
    return unit
  })
  return {
    unitOf,
    keys: parts.map((part) => part.join(",")),
    children: Float64Array.from(children),
    margins: marginsOf(plan, parts),
  }
}
