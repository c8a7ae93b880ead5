/** Names the published files of all of England, in the folder next to the project; benches skip aloud without them. */
import { existsSync } from "node:fs"
import { join } from "node:path"
import { root } from "../src/launcher/set-up.mjs"

const reference = join(root, "..", "shared", "reference-data")

export const schoolsFile = join(reference, "schools", "schools_england_merged.csv.gz")

export const referenceFiles: readonly string[] = [
  join(reference, "postcodes", "england_postcode_lsoa21_aug2024.csv.gz"),
  join(reference, "imd", "iod2025_lsoa21.csv.gz"),
  join(reference, "geography", "lsoa21_msoa21_lad24_region.csv.gz"),
  schoolsFile,
]

export const isReferenceHere = (): boolean => referenceFiles.every((file) => existsSync(file))
