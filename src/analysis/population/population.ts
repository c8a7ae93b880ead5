/** Describes a mid-year population of England's children as official files publish it: by region, by deprivation and by ethnic group. */
import { Schema } from "effect"
import { type Region, regions } from "../../../policy/release/table.ts"

export const sexes = ["girl", "boy"] as const

/** The ages that the survey asks. */
export const ages = Array.from({ length: 14 }, (_, at) => 4 + at)

export const tenths = Array.from({ length: 10 }, (_, at) => `${at + 1}`)
export const ethnicGroups = ["asian", "black", "mixed", "white", "another-group"] as const

export const breakdowns = ["region", "deprivation", "ethnicity"] as const
export type Breakdown = (typeof breakdowns)[number]

export const groupsOf: Readonly<Record<Breakdown, readonly string[]>> = {
  region: Object.keys(regions),
  deprivation: tenths,
  ethnicity: ethnicGroups,
}

export const breakdownWords: Readonly<Record<Breakdown, string>> = {
  region: "region",
  deprivation: "deprivation of the area, in tenths",
  ethnicity: "ethnic group",
}

const Count = Schema.Struct({
  group: Schema.String,
  sex: Schema.Literals([...sexes, "all"]),
  age: Schema.Int,
  population: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 100_000_000 })),
})

/** One file: every group with every age from 4 to 17, by sex where the file has it. */
const PopulationFile = Schema.Struct({
  breakdown: Schema.Literals(breakdowns),
  /** SHA-256 of the file as it was published. */
  digest: Schema.String.check(Schema.isPattern(/^[0-9a-f]{64}$/)),
  counts: Schema.Array(Count),
})
export type PopulationFile = typeof PopulationFile.Type
export type PopulationCount = typeof Count.Type

/** Such as `mid-2020`: the publisher's own name of the edition. */
export const vintagePattern = /^[a-z0-9][a-z0-9-]{2,39}$/

export const Population = Schema.Struct({
  vintage: Schema.String.check(Schema.isPattern(vintagePattern)),
  importedOn: Schema.String,
  files: Schema.Array(PopulationFile),
})
export type Population = typeof Population.Type

export const fileOf = ({ files }: Population, breakdown: Breakdown): PopulationFile | undefined =>
  files.find((each) => each.breakdown === breakdown)

/** The children of some ages, groups and sexes. */
export const populationOf = ({ counts }: PopulationFile, isCounted: (count: PopulationCount) => boolean): number =>
  counts.reduce((sum, each) => (isCounted(each) ? sum + each.population : sum), 0)

export const isRegion = (code: string): code is Region => Object.hasOwn(regions, code)
