/** Names the files of a released table by its title and its certificate, so that no two tables share a name. */
import type { Released } from "../../../policy/release/released.ts"

/** Letters, digits and the sign given in place of all the rest. */
export const slug = (text: string, between: "-" | "_"): string =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^a-z0-9]+/g, between)
    .replace(/^[-_]|[-_]$/g, "")

export interface Addresses {
  readonly page: string
  readonly csv: string
  /** Where a reader of CSVW looks for what describes a CSV. */
  readonly metadata: string
  readonly xlsx: string
}

export const addressesOf = ({ title, audit }: Released): Addresses => {
  const name = `${slug(title, "-").slice(0, 60)}-${audit.slice(0, 8)}`
  return { page: `${name}.html`, csv: `${name}.csv`, metadata: `${name}.csv-metadata.json`, xlsx: `${name}.xlsx` }
}

/** The page that lists them, in the same place, and the file that it is. */
export const listAddress = "./"
export const listFile = "index.html"
