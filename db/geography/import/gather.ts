/** Sorts what was given into kinds by header, and says plainly which kind is missing. */
import { type Census, type Kind, type Recognised, recognise } from "./kind.ts"
import { headerOf } from "./lines.ts"
import { refuse } from "./refused.ts"
import { type Source, sourcesOf } from "./source.ts"

export interface Given {
  readonly source: Source
  readonly file: Recognised
}

export interface Gathered {
  readonly census: Census
  readonly of: (kind: Kind) => readonly Given[]
  /** Names of files that another edition stands in for. */
  readonly unused: readonly string[]
}

const needed: Readonly<Record<Kind, string>> = {
  postcodes: "postcodes: ONSPD or NSPL, from the ONS",
  deprivation: "deprivation: File 7 of the Indices of Deprivation 2025 or 2019, from the MHCLG",
  authorities: "authorities: a lookup with the names and regions of local authorities, from the ONS",
  schools: "schools: the register (edubasealldata…csv), from Get Information about Schools",
}

const kinds: readonly Kind[] = ["postcodes", "deprivation", "authorities", "schools"]

const recognised = async (source: Source): Promise<readonly Given[]> => {
  const file = recognise(await headerOf(source))
  return file ? [{ source, file }] : []
}

/** A zip of ours to read holds much else; where it has the whole country in one file, its parts are not read as well. */
const within = async (path: string): Promise<readonly Given[]> => {
  const sources = await sourcesOf(path)
  const given = (await Promise.all(sources.map(recognised))).flat()
  if (given.length === 0) {
    const file = sources[0]?.name ?? "the zip"
    throw refuse("not a file that the import knows by its header", { file, line: 1 })
  }
  const whole = given.find(({ source, file }) => file.kind === "postcodes" && /_UK\.csv$/i.test(source.name))
  if (sources.length === 1 || whole === undefined) return given
  return given.filter((each) => each.file.kind !== "postcodes" || each === whole)
}

const speaksOf = (given: readonly Given[], kind: Kind, census: Census): boolean => {
  const own = given.filter(({ file }) => file.kind === kind)
  const some = own.filter(({ file }) => file.censuses.includes(census))
  return kind === "postcodes" ? own.length > 0 && some.length === own.length : some.length > 0
}

export const gather = async (paths: readonly string[]): Promise<Gathered> => {
  const given: Given[] = []
  for (const path of paths) given.push(...(await within(path)))
  const missing = kinds.filter((kind) => !given.some(({ file }) => file.kind === kind))
  if (missing.length > 0)
    throw refuse(`files are missing. Needed as well:\n${missing.map((kind) => `  - ${needed[kind]}`).join("\n")}`)
  const census = (["21", "11"] as const).find(
    (each) => speaksOf(given, "postcodes", each) && speaksOf(given, "deprivation", each),
  )
  if (census === undefined)
    throw refuse(
      "the postcodes and the Indices of Deprivation speak of different LSOAs: the Indices of 2019 go with columns of 2011, those of 2025 with columns of 2021",
    )
  const isUsed = ({ file }: Given): boolean => file.kind !== "deprivation" || file.censuses.includes(census)
  const used = given.filter(isUsed)
  for (const kind of ["deprivation", "schools"] as const) {
    const [, second] = used.filter(({ file }) => file.kind === kind)
    if (second) throw refuse(`two files of ${kind}: give one`, { file: second.source.name })
  }
  return {
    census,
    of: (kind) => used.filter(({ file }) => file.kind === kind),
    unused: given.filter((each) => !isUsed(each)).map(({ source }) => source.name),
  }
}
