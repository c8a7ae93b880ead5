/** Makes one index from the publishers' files: complete or not at all, and always the same bytes from the same files. */
import { Effect } from "effect"
import { unavailableOr } from "../../attempt.ts"
import type { StoreUnavailable } from "../../store-unavailable.ts"
import { encodeIndex, type IndexMeta } from "../index-file.ts"
import { assemble } from "./assemble.ts"
import { requireWhole } from "./completeness.ts"
import {
  authoritiesEdition,
  datedBy,
  deprivationEdition,
  licences,
  postcodeEdition,
  schoolsEdition,
} from "./edition.ts"
import { type Authority, readAuthorities, readDeprivation } from "./lists.ts"
import { readPostcodes } from "./postcodes.ts"
import { GeographyRefused, refuse } from "./refusal.ts"
import { readSchools, type School } from "./schools.ts"
import { type SortedFiles, sortFiles } from "./sort-files.ts"

export interface Imported {
  readonly bytes: Uint8Array
  readonly meta: Omit<IndexMeta, "parts">
  readonly unused: readonly string[]
}

export interface ImportOptions {
  readonly files: readonly string[]
  /** Accepts less than all of England, for a rehearsal. */
  readonly part: boolean
  /** One sentence at a time. */
  readonly progress: (sentence: string) => void
}

const oneEdition = (editions: readonly string[]): string => {
  const [edition = "", other] = [...new Set(editions)]
  if (other !== undefined) throw refuse(`postcodes of two editions: ${edition} and ${other}`)
  return edition
}

const readLists = async ({ of, census }: SortedFiles, progress: ImportOptions["progress"]) => {
  const rows = { deprivation: 0, authorities: 0, schools: 0 }
  const deciles = new Map<string, number>()
  const authorities = new Map<string, Authority>()
  const schools = new Map<string, School>()
  for (const { source, file } of of("deprivation"))
    rows.deprivation += await readDeprivation(census)(source, file, deciles)
  for (const { source, file } of of("authorities")) rows.authorities += await readAuthorities(source, file, authorities)
  for (const { source, file } of of("schools")) rows.schools += await readSchools(source, file, schools)
  progress(`${deciles.size} LSOAs, ${authorities.size} local authorities, ${schools.size} schools to pick from.`)
  return { rows, deciles, authorities, schools }
}

const importFiles = async ({ files, part, progress }: ImportOptions): Promise<Imported> => {
  const sorted = await sortFiles(files)
  const { of, census, unused } = sorted
  const edition = oneEdition(of("postcodes").map(({ source, file }) => postcodeEdition(source.name, file)))
  progress(`${edition}, with LSOAs of 20${census} and the ${deprivationEdition[census]}.`)
  const { rows, deciles, authorities, schools } = await readLists(sorted, progress)
  const read = await readPostcodes(of("postcodes"), census, (count) => progress(`${count} postcodes read.`))
  const counted = { ...read, census, deciles, schools: schools.size }
  const assembled = assemble(read, deciles, authorities, schools)
  if (!part) requireWhole({ ...counted, authorities: assembled.authorities.length })
  const [lookup] = of("authorities")
  const [register] = of("schools")
  const postcodesFrom = datedBy(edition, read.latest)
  const authoritiesFrom = lookup ? authoritiesEdition(lookup.file) : ""
  const schoolsFrom = register ? schoolsEdition(register.source.name, register.file) : ""
  const deprivationFrom = deprivationEdition[census]
  const meta: Imported["meta"] = {
    sources: [
      { kind: "postcodes", vintage: postcodesFrom, rows: read.rows, licence: licences.postcodes(postcodesFrom) },
      {
        kind: "deprivation",
        vintage: deprivationFrom,
        rows: rows.deprivation,
        licence: licences.deprivation(deprivationFrom),
      },
      { kind: "authorities", vintage: authoritiesFrom, rows: rows.authorities, licence: licences.authorities() },
      { kind: "schools", vintage: schoolsFrom, rows: rows.schools, licence: licences.schools() },
    ],
    census,
    extent: part ? "part of England" : "England",
    postcodes: read.table.count(),
    live: read.live,
    neighbourhoods: new Set(read.places.map(({ lsoa }) => lsoa).filter(Boolean)).size,
    authorities: assembled.authorities,
    schools: assembled.schools.length,
  }
  return { bytes: encodeIndex(meta, assembled.parts), meta, unused }
}

const unavailable = unavailableOr("geography")

export const importGeography = (options: ImportOptions): Effect.Effect<Imported, GeographyRefused | StoreUnavailable> =>
  Effect.tryPromise({
    try: () => importFiles(options),
    catch: (error) => (error instanceof GeographyRefused ? error : unavailable(error)),
  })
