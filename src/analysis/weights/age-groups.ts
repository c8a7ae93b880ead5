/** Joins ages, and then the sexes, until each cell of age and sex has enough responses to carry a weight. */
import { Result, Schema } from "effect"
import { agesOf } from "../../../policy/data/form-scope.ts"

export interface AgeGroup {
  readonly ages: readonly number[]
  /** False where girls and boys are one cell. */
  readonly bySex: boolean
}

/** The bands in which ages may be joined: a child of 8 is never joined to one of 9, who had another form. */
const bands = [agesOf["4-5"], agesOf["6-8"], agesOf["9-12"], agesOf["13-17"]] as const

/** The form for 4 and 5 asks neither age nor sex. */
export const isWithoutSex = (age: number): boolean => age <= 5

export class NoResponsesAged extends Schema.TaggedError<NoResponsesAged>()("NoResponsesAged", { ages: Schema.String }) {
  override get message() {
    return `No child answered who is aged ${this.ages} in the population. No weight was made. Name the ages that answered with --ages.`
  }
}

export interface AgeCounts {
  readonly girl: number
  readonly boy: number
  readonly all: number
}

export const agesText = (ages: readonly number[]): string =>
  ages.length === 1 ? `${ages[0]}` : `${ages[0]} to ${ages.at(-1)}`

const sumOf = (ages: readonly number[], countsAt: (age: number) => AgeCounts): AgeCounts =>
  ages
    .map(countsAt)
    .reduce((sum, each) => ({ girl: sum.girl + each.girl, boy: sum.boy + each.boy, all: sum.all + each.all }), {
      girl: 0,
      boy: 0,
      all: 0,
    })

/** Joins the first age that is too small to its neighbour with fewer responses, again and again. */
const joined = (
  band: readonly number[],
  least: number,
  countsAt: (age: number) => AgeCounts,
): readonly (readonly number[])[] => {
  let groups = band.map((age): readonly number[] => [age])
  for (;;) {
    const small = groups.findIndex((group) => {
      const { girl, boy } = sumOf(group, countsAt)
      return Math.min(girl, boy) < least
    })
    if (small < 0 || groups.length === 1) return groups
    const size = (at: number): number => (groups[at] === undefined ? Infinity : sumOf(groups[at], countsAt).all)
    const first = size(small - 1) <= size(small + 1) ? small - 1 : small
    groups = groups.flatMap((group, at) =>
      at === first ? [[...group, ...(groups[at + 1] ?? [])]] : at === first + 1 ? [] : [group],
    )
  }
}

/** `ages` is every age of the population; a band is in it whole or in part. */
export const ageGroups = (
  ages: readonly number[],
  least: number,
  countsAt: (age: number) => AgeCounts,
): Result.Result<readonly AgeGroup[], NoResponsesAged> => {
  const groups = bands.flatMap((band): readonly AgeGroup[] => {
    const within = band.filter((age) => ages.includes(age))
    if (within.length === 0) return []
    if (within.some(isWithoutSex)) return [{ ages: within, bySex: false }]
    return joined(within, least, countsAt).map((group) => {
      const { girl, boy } = sumOf(group, countsAt)
      return { ages: group, bySex: Math.min(girl, boy) >= least }
    })
  })
  const empty = groups.find((group) => sumOf(group.ages, countsAt).all === 0)
  return empty === undefined ? Result.succeed(groups) : Result.fail(new NoResponsesAged({ ages: agesText(empty.ages) }))
}
