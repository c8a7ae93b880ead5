/** Keeps imported populations in the data folder, one file for each vintage; a vintage is never changed. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { Option, Schema } from "effect"
import { Population, vintagePattern } from "./population.ts"

const folderIn = (dataDir: string): string => join(dataDir, "population")

const decode = Schema.decodeUnknownOption(Schema.fromJsonString(Population))

export const vintagesIn = (dataDir: string): readonly string[] =>
  existsSync(folderIn(dataDir))
    ? readdirSync(folderIn(dataDir))
        .flatMap((file) => (file.endsWith(".json") ? [file.slice(0, -".json".length)] : []))
        .filter((name) => vintagePattern.test(name))
        .toSorted()
    : []

/** `undefined` where it was never imported; "damaged" where its file is no population. */
export const readPopulation = (dataDir: string, vintage: string): Population | "damaged" | undefined => {
  const file = join(folderIn(dataDir), `${vintage}.json`)
  if (!vintagePattern.test(vintage) || !existsSync(file)) return undefined
  return Option.getOrElse(decode(readFileSync(file, "utf8")), () => "damaged" as const)
}

/** False where the vintage is here already: another file of the same name would change figures that were made. */
export const keepPopulation = (dataDir: string, population: Population): boolean => {
  const file = join(folderIn(dataDir), `${population.vintage}.json`)
  if (existsSync(file)) return false
  mkdirSync(folderIn(dataDir), { recursive: true, mode: 0o700 })
  writeFileSync(`${file}.part`, JSON.stringify(population), { mode: 0o600, flush: true })
  renameSync(`${file}.part`, file)
  return true
}
