/** Defines a small made-up geography for rehearsal: none of its postcodes, schools or councils exists. */
import type { MatchedGeography } from "../../policy/data/geography.ts"
import { onlyPermitted } from "../../policy/response/permitted-geography.ts"
import type { RegisterEntry } from "../../policy/response/registers.ts"
import { type Gazetteer, liesOutside } from "./gazetteer.ts"

interface MadeUpCouncil extends RegisterEntry {
  readonly region: string
}

export const councils: readonly MadeUpCouncil[] = [
  { code: "E09999901", words: "Northmoor Council", region: "E12000001" },
  { code: "E09999902", words: "Saltby Council", region: "E12000003" },
  { code: "E09999903", words: "Fernbridge Council", region: "E12000005" },
  { code: "E09999904", words: "Oakminster Council", region: "E12000007" },
  { code: "E09999905", words: "Sandhaven Council", region: "E12000009" },
]

export const schools: readonly RegisterEntry[] = [
  { code: "900001", words: "Northmoor Primary School, Northmoor" },
  { code: "900002", words: "Northmoor High School, Northmoor" },
  { code: "900003", words: "Hill Lane Primary School, Northmoor" },
  { code: "900004", words: "Saltby Community School, Saltby" },
  { code: "900005", words: "Harbour Infant School, Saltby" },
  { code: "900006", words: "Fernbridge Academy, Fernbridge" },
  { code: "900007", words: "River Walk Primary School, Fernbridge" },
  { code: "900008", words: "Oakminster Girls' School, Oakminster" },
  { code: "900009", words: "Oakminster College, Oakminster" },
  { code: "900010", words: "Canal Street Primary School, Oakminster" },
  { code: "900011", words: "Sandhaven Secondary School, Sandhaven" },
  { code: "900012", words: "Lighthouse Special School, Sandhaven" },
]

/** Districts ZZ1 to ZZ5, one for each council; no real postcode is in the area ZZ. ZZ9 is outside England. */
const inwardLetters = ["AA", "AB", "BA", "BD", "DE", "EF", "FG", "GH", "HJ", "JL"]

const postcodesOf = (council: MadeUpCouncil, district: number): readonly (readonly [string, MatchedGeography])[] =>
  inwardLetters.map((letters, index) => [
    `ZZ${district} ${index % 5}${letters}`,
    onlyPermitted({ localAuthority: council.code, region: council.region, imdDecile: index + 1 }),
  ])

export const postcodes: ReadonlyMap<string, MatchedGeography | "outside-england"> = new Map<
  string,
  MatchedGeography | "outside-england"
>([...councils.flatMap((council, index) => postcodesOf(council, index + 1)), ["ZZ9 9ZZ", "outside-england"]])

const compact = new Map([...postcodes].map(([postcode, geography]) => [postcode.replace(" ", ""), geography]))

/** Its sectors are entire districts, each in one council. */
const sectors = new Map(
  [...compact].flatMap(([postcode, geography]) =>
    geography === "outside-england" ? [] : [[postcode.slice(0, -2), geography] as const],
  ),
)

export const madeUp: Gazetteer = {
  find: (postcode) => {
    const geography = compact.get(postcode)
    return geography && { geography, live: true }
  },
  sector: (postcode) => {
    const match = sectors.get(postcode.slice(0, -2))
    if (match) return { localAuthority: match.localAuthority, region: match.region }
    return liesOutside(postcode) ? "outside-england" : undefined
  },
}

const matches = [...postcodes.values()].filter((each) => each !== "outside-england")

/** The facts for an audit: every field that a match has. */
export const madeUpGeography = {
  vintage: "made up",
  fields: [...new Set(matches.flatMap((each) => Object.keys(each)))],
}
