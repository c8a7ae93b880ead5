/** Puts sample answers in every region and decile, and makes population files of the same shape as the published ones. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll } from "vitest"
import type { KeptResponseTable } from "../../../db/evidence/schema.ts"
import { regions } from "../../../policy/release/table.ts"
import { evidenceSource, type StorageSettings } from "../../../src/deployment/storage.ts"
import { random } from "../../../surveys/sampling/random.ts"
import { keepRows, keptRow } from "../kept-responses.ts"
import { matchedSamples } from "../transfer.ts"

export const day = "2026-03-02"
const codes = Object.keys(regions)

export const placedRows = (count: number, seed: number): readonly KeptResponseTable[] => {
  const chance = random(seed, "places")
  return matchedSamples(count, seed).map((matched) => {
    const row = keptRow(matched, day)
    if (row.place !== "matched") return row
    const place = { region: chance.pick(codes), imd_decile: 1 + chance.below(10) }
    return { ...row, ...place }
  })
}

/** For all tests of a file; call it outside them. */
export const placedStore = async (
  rows: readonly KeptResponseTable[],
  mode: StorageSettings["mode"] = "rehearsal",
): Promise<StorageSettings> => {
  const dataDir = mkdtempSync(join(tmpdir(), "placed-"))
  afterAll(() => rmSync(dataDir, { recursive: true }))
  const storage = { mode, dataDir, databaseUrl: undefined }
  await keepRows(evidenceSource(storage), rows, { days: [day], mode })
  return storage
}

const ages = Array.from({ length: 19 }, (_, age) => age)
const sexes = ["F", "M"]

/** As the Office for National Statistics publishes the mid-year estimates. */
export const populationByRegion = (): string =>
  [
    "areacd,areanm,sex,age,population",
    ...codes.flatMap((code, at) =>
      sexes.flatMap((sex, s) =>
        ages.map((age) => `${code},${code},${sex},${age},${9000 + 700 * at + 90 * age + 400 * s}`),
      ),
    ),
    ...sexes.flatMap((sex) => ages.map((age) => `E92000001,ENGLAND,${sex},${age},100000`)),
  ].join("\n")

export const populationByDecile = (): string =>
  [
    "sex,imd19_decile,age,population",
    ...sexes.flatMap((sex) =>
      ages.flatMap((_, at) =>
        Array.from({ length: 10 }, (_, decile) => `${sex},${decile + 1},${at},${14_000 - 600 * decile}`),
      ),
    ),
  ].join("\n")

export const populationByGroup = (): string =>
  [
    "ethnic_group,age,population",
    ...[
      "Asian, Asian British or Asian Welsh: Indian",
      "Black, Black British: African",
      "Mixed or Multiple: Other",
      "White: Irish",
      "Other ethnic group: Arab",
    ].flatMap((group, at) => ages.map((age) => `"${group}",${age},${2000 + 3000 * at}`)),
  ].join("\n")
