/** A table that somebody would like to publish: aggregate cells over a geography that may be published. */
import type { PersonId } from "../capability/member.ts"

/** Source: DPIA section 5, "Published analysis will be national or regional". ONS codes and names. */
export const regions = {
  E12000001: "North East",
  E12000002: "North West",
  E12000003: "Yorkshire and The Humber",
  E12000004: "East Midlands",
  E12000005: "West Midlands",
  E12000006: "East of England",
  E12000007: "London",
  E12000008: "South East",
  E12000009: "South West",
} as const

export type Region = keyof typeof regions
export type PublicationGeography = "England" | Region

const isRegion = (code: string): code is Region => Object.hasOwn(regions, code)

export const publicationGeographies: readonly PublicationGeography[] = [
  "England",
  ...Object.keys(regions).filter(isRegion),
]

/** `count` is a whole number of responses; `published` is false where the cell is withheld. */
export interface Cell {
  readonly labels: readonly string[]
  readonly count: number
  readonly published: boolean
}

export interface TableDraft {
  readonly title: string
  readonly geographies: readonly string[]
  readonly cells: readonly Cell[]
}

/** What one label of every cell tells; the categories stand in the order in which they are read, `Total` among them. */
export interface TableDimension {
  readonly name: string
  readonly categories: readonly string[]
  /** False for a variable that is no secret of a whole group, such as region or age; absent means true. */
  readonly sensitive?: boolean
}

/** Which categories lie within which: `parents` of every category that is not directly below `Total`. */
export interface Hierarchy {
  readonly leaves: readonly string[]
  readonly parents: Readonly<Record<string, string>>
}

/** `key`: the sum of the keys of the cell's records modulo 2^64, in hexadecimal. The same key means the same records. */
export interface KeyedCell extends Cell {
  readonly key: string
}

export interface ProposedTable extends TableDraft {
  readonly author: PersonId
  readonly geographies: readonly PublicationGeography[]
  /** In the order of the labels. */
  readonly dimensions: readonly TableDimension[]
}
