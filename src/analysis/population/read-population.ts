/** Reads a population file of the Office for National Statistics by its column names, whole or not at all. */
import { createHash } from "node:crypto"
import { gunzipSync } from "node:zlib"
import { Effect, Result, Schema } from "effect"
import { readCsv } from "../../../policy/disclosure/tables/csv-records.ts"
import { decodeCsv } from "../../../policy/disclosure/tables/decode-csv.ts"
import {
  ages,
  type Breakdown,
  type ethnicGroups,
  groupsOf,
  isRegion,
  type PopulationCount,
  type PopulationFile,
  sexes,
  tenths,
} from "./population.ts"

export class PopulationRefused extends Schema.TaggedError<PopulationRefused>()("PopulationRefused", {
  reason: Schema.String,
}) {
  override get message() {
    return `${this.reason} Nothing was imported.`
  }
}

const columnNames = {
  age: /^age$/i,
  sex: /^sex$/i,
  population: /^(?:population|obs_value|count|n)$/i,
  region: /^(?:rgn\d{0,2}cd|areacd|region[ _]?code)$/i,
  place: /^lad\d{0,2}cd$/i,
  deprivation: /^imd\d*[ _]?decile$/i,
  ethnicity: /^(?:ethnic_?group|ethnicity)$/i,
} as const
type Column = keyof typeof columnNames

const sexOf: Readonly<Record<string, PopulationCount["sex"]>> = {
  ...{ f: "girl", female: "girl", females: "girl", m: "boy", male: "boy", males: "boy" },
}

/** The first words of the groups of the census, which the survey asks as five. */
const groupWords: readonly (readonly [RegExp, (typeof ethnicGroups)[number]])[] = [
  [/^asian\b/i, "asian"],
  [/^black\b/i, "black"],
  [/^mixed\b/i, "mixed"],
  [/^white\b/i, "white"],
  [/^(?:other|another|any other)\b/i, "another-group"],
]

const groupIn: Readonly<Record<Breakdown, (text: string) => string | undefined>> = {
  region: (text) => (isRegion(text) ? text : undefined),
  deprivation: (text) => tenths.find((each) => each === text),
  ethnicity: (text) => groupWords.find(([words]) => words.test(text))?.[1],
}

/** Rows about other countries and about England as a whole are left out; any other unknown region is a fault. */
const isElsewhere = (breakdown: Breakdown, text: string): boolean =>
  breakdown === "region" && /^(?:E92|K0[1-5]|W|S|N)\d*/.test(text)

interface Row {
  readonly count: PopulationCount
  /** What must not come twice. */
  readonly key: string
}

interface Layout {
  readonly breakdown: Breakdown
  readonly at: Readonly<Record<Column, number>>
}

const layoutOf = (heading: readonly string[]): Layout | string => {
  const find = (name: Column): number => heading.findIndex((each) => columnNames[name].test(each.trim()))
  const at = {
    ...{ age: find("age"), sex: find("sex"), population: find("population"), region: find("region") },
    ...{ place: find("place"), deprivation: find("deprivation"), ethnicity: find("ethnicity") },
  }
  const breakdown = (["ethnicity", "deprivation", "region"] as const).find((each) => at[each] >= 0)
  if (breakdown === undefined) return "has no column of regions, deciles of deprivation or ethnic groups"
  if (at.population < 0) return "has no column of the population"
  if (at.age < 0) return "has no column of single years of age, and children differ from the whole population"
  if (at.sex < 0 && breakdown !== "ethnicity") return "has no column of sexes"
  return { breakdown, at }
}

/** `undefined` for a row that is not about a child of England whom the survey asks. */
const rowOf = ({ breakdown, at }: Layout, fields: readonly string[]): Row | string | undefined => {
  const field = (name: Column): string => (fields[at[name]] ?? "").trim()
  const written = field(breakdown)
  if (isElsewhere(breakdown, written)) return undefined
  const group = groupIn[breakdown](written)
  if (group === undefined) return `has no group of ${breakdown} that is known: ${written.slice(0, 40)}`
  const age = field("age")
  if (!/^\d{1,3}\+?$/.test(age)) return "has an age that is no whole number"
  const sex = at.sex < 0 ? "all" : sexOf[field("sex").toLowerCase()]
  if (sex === undefined) return "has a sex that is neither female nor male"
  const population = field("population")
  if (!/^\d{1,9}(?:\.0+)?$/.test(population)) return "has a population that is no whole number"
  if (!ages.includes(Number(age))) return undefined
  return {
    count: { group, sex, age: Number(age), population: Number(population) },
    key: [written, at.place < 0 ? "" : field("place"), sex, age].join("|"),
  }
}

/** The groups of ages, sexes and groups that a file lacks; the first is named. */
const missingIn = (breakdown: Breakdown, counts: readonly PopulationCount[]): string | undefined => {
  const known = new Set(counts.map(({ group, sex, age }) => `${group}|${sex}|${age}`))
  const bySex = counts.some(({ sex }) => sex !== "all") ? sexes : (["all"] as const)
  for (const group of groupsOf[breakdown])
    for (const sex of bySex)
      for (const age of ages)
        if (!known.has(`${group}|${sex}|${age}`))
          return `has no row for age ${age}${sex === "all" ? "" : `, ${sex}s`}, ${breakdown} ${group}`
  return undefined
}

const summed = (counts: readonly PopulationCount[]): readonly PopulationCount[] =>
  [...Map.groupBy(counts, ({ group, sex, age }) => `${group}|${sex}|${age}`).values()].flatMap((same) =>
    same.slice(0, 1).map((first) => ({ ...first, population: same.reduce((sum, each) => sum + each.population, 0) })),
  )

const readText = (text: string): Omit<PopulationFile, "digest"> | string => {
  let layout: Layout | string | undefined
  let fault: string | undefined
  const counts: PopulationCount[] = []
  const keys = new Set<string>()
  const found = readCsv(text, (fields, line) => {
    if (fault !== undefined) return
    if (layout === undefined) {
      layout = layoutOf(fields)
      if (typeof layout === "string") fault = layout
      return
    }
    if (typeof layout === "string") return
    const row = rowOf(layout, fields)
    if (row === undefined) return
    if (typeof row === "string") fault = `line ${line} ${row}`
    else if (keys.has(row.key)) fault = `line ${line} repeats the same group, sex and age`
    else {
      keys.add(row.key)
      counts.push(row.count)
    }
  })
  if (found !== undefined) return `line ${found.line}: ${found.because}`
  if (fault !== undefined) return fault
  if (layout === undefined || typeof layout === "string") return "is empty"
  const { breakdown } = layout
  return missingIn(breakdown, counts) ?? { breakdown, counts: summed(counts) }
}

/** Larger than every file of this kind, and small enough for memory. */
const mostBytes = 200_000_000

/** `name` is how messages call the file. A file that ends in `.gz` is unpacked. */
export const readPopulationFile = (
  name: string,
  bytes: Uint8Array,
): Effect.Effect<PopulationFile, PopulationRefused> => {
  const refuse = (because: string) => new PopulationRefused({ reason: `${name} ${because}.` })
  return Effect.gen(function* () {
    const unpacked = name.endsWith(".gz")
      ? Result.try(() => gunzipSync(bytes, { maxOutputLength: mostBytes }))
      : Result.succeed(bytes)
    if (Result.isFailure(unpacked)) return yield* refuse("cannot be unpacked")
    const text = decodeCsv(unpacked.success)
    if (typeof text !== "string") return yield* refuse(text.because)
    const read = readText(text)
    if (typeof read === "string") return yield* refuse(read)
    return { ...read, digest: createHash("sha256").update(bytes).digest("hex") }
  })
}
