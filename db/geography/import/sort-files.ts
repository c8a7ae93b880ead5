/** Sorts the files files into kinds by their headers, and names the missing kinds. */
import { type Census, type Kind, type Recognised, recognise } from "./kind.ts"
import { headerOf } from "./lines.ts"
import { refuse } from "./refusal.ts"
import { type Source, sourcesOf } from "./source.ts"

export interface GivenFile {
  readonly source: Source
  readonly file: Recognised
}

export interface SortedFiles {
  readonly census: Census
  readonly of: (kind: Kind) => readonly GivenFile[]
  /** Names of files that another edition replaces. */
  readonly unused: readonly string[]
}

const needed: Readonly<Record<Kind, string>> = {
  postcodes: "postcodes: ONSPD or NSPL, from the ONS",
  deprivation: "deprivation: File 7 of the Indices of Deprivation 2025 or 2019, from the MHCLG",
  authorities: "authorities: a lookup with the names and regions of local authorities, from the ONS",
  schools: "schools: the register (edubasealldata…csv), from Get Information about Schools",
}

const kinds: readonly Kind[] = ["postcodes", "deprivation", "authorities", "schools"]

const recogniseFile = async (source: Source): Promise<readonly GivenFile[]> => {
  const file = recognise(await headerOf(source))
  return file ? [{ source, file }] : []
}

/** A zip also holds other files. If one file has the whole country, its parts are left out. */
const filesIn = async (path: string): Promise<readonly GivenFile[]> => {
  const sources = await sourcesOf(path)
  const files = (await Promise.all(sources.map(recogniseFile))).flat()
  if (files.length === 0) {
    const file = sources[0]?.name ?? "the zip"
    throw refuse("not a file that the import knows by its header", { file, line: 1 })
  }
  const whole = files.find(({ source, file }) => file.kind === "postcodes" && /_UK\.csv$/i.test(source.name))
  if (sources.length === 1 || whole === undefined) return files
  return files.filter((each) => each.file.kind !== "postcodes" || each === whole)
}

const usesCensus = (files: readonly GivenFile[], kind: Kind, census: Census): boolean => {
  const own = files.filter(({ file }) => file.kind === kind)
  const some = own.filter(({ file }) => file.censuses.includes(census))
  return kind === "postcodes" ? own.length > 0 && some.length === own.length : some.length > 0
}

export const sortFiles = async (paths: readonly string[]): Promise<SortedFiles> => {
  const files: GivenFile[] = []
  for (const path of paths) files.push(...(await filesIn(path)))
  const missing = kinds.filter((kind) => !files.some(({ file }) => file.kind === kind))
  if (missing.length > 0)
    throw refuse(`files are missing. Needed as well:\n${missing.map((kind) => `  - ${needed[kind]}`).join("\n")}`)
  const census = (["21", "11"] as const).find(
    (each) => usesCensus(files, "postcodes", each) && usesCensus(files, "deprivation", each),
  )
  if (census === undefined)
    throw refuse(
      "the postcodes and the Indices of Deprivation use different LSOAs: the Indices of 2019 need columns of 2011, those of 2025 columns of 2021",
    )
  const isUsed = ({ file }: GivenFile): boolean => file.kind !== "deprivation" || file.censuses.includes(census)
  const used = files.filter(isUsed)
  for (const kind of ["deprivation", "schools"] as const) {
    const [, second] = used.filter(({ file }) => file.kind === kind)
    if (second) throw refuse(`two files of ${kind}: give one`, { file: second.source.name })
  }
  return {
    census,
    of: (kind) => used.filter(({ file }) => file.kind === kind),
    unused: files.filter((each) => !isUsed(each)).map(({ source }) => source.name),
  }
}
