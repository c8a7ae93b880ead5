/** Builds the variables of geography: authority within region within country, and the deprivation of the area. */
import { geographyStates } from "../../policy/data/geography.ts"
import { regions } from "../../policy/release/table.ts"
import { nonResponse } from "./non-response.ts"
import { type Category, coarser, type ResponseRecord, type Variable } from "./variable.ts"

const wordsOf: Readonly<Record<(typeof geographyStates)[number], string>> = {
  "not-asked": nonResponse.notAsked.words,
  "not-answered": nonResponse.notAnswered.words,
  "prefer-not-to-say": nonResponse.optOut.words,
  "dont-know": nonResponse.dontKnow.words,
  unmatched: "Postcode not found",
  "outside-england": "Outside England",
}

const placeless: readonly Category[] = geographyStates.map((key) => ({ key, words: wordsOf[key] }))
const england = { key: "england", words: "England" }
const noDecile = { key: "no-decile", words: "In England, decile not known" }

const isMatched = ({ place }: ResponseRecord): boolean => place === "matched"

/** A child whose postcode gives no geography may have one from the council that the child named. */
const placed = (held: ResponseRecord, code: string | null): string | undefined =>
  code ?? (isMatched(held) ? undefined : held.place)

const homePostcode: Variable = {
  name: "home-postcode",
  title: "What came of the home postcode",
  categories: [{ key: "matched", words: "Found in England" }, ...placeless],
  questions: [],
  sensitive: false,
  categoryOf: ({ place }) => place,
}

const regional: Variable = {
  name: "region",
  title: "Region",
  categories: [...Object.entries(regions).map(([key, words]) => ({ key, words })), ...placeless],
  questions: ["local-council"],
  sensitive: false,
  categoryOf: (held) => placed(held, held.region),
  note: "children whose postcode was not given, or not found, are in the region of the council that they named",
}

const localAuthority: Variable = {
  name: "local-authority",
  title: "Local authority",
  categories: placeless,
  questions: ["local-council"],
  sensitive: false,
  categoryOf: (held) => placed(held, held.localAuthority),
  above: "region",
  note: "finer than is published without a signed decision",
  coded: true,
}

const deciles = Array.from({ length: 10 }, (_, at): Category => {
  const end = at === 0 ? " (most deprived)" : at === 9 ? " (least deprived)" : ""
  return { key: `${at + 1}`, words: `Decile ${at + 1}${end}` }
})

const fifths = Array.from({ length: 5 }, (_, at): Category => {
  const end = at === 0 ? " (most deprived)" : at === 4 ? " (least deprived)" : ""
  return { key: `fifth-${at + 1}`, words: `Fifth ${at + 1}${end}` }
})

const imdDecile: Variable = {
  name: "imd-decile",
  title: "Deprivation of the area, in tenths",
  categories: [...deciles, noDecile, ...placeless],
  questions: [],
  sensitive: false,
  categoryOf: (held) => (isMatched(held) ? (held.imdDecile?.toString() ?? noDecile.key) : held.place),
}

export const geography: readonly Variable[] = [
  homePostcode,
  localAuthority,
  ...coarser(regional, { name: "country", title: "Country" }, (key) =>
    Object.hasOwn(regions, key) ? england : undefined,
  ),
  ...coarser(imdDecile, { name: "imd-quintile", title: "Deprivation of the area, in fifths" }, (key) =>
    /^\d+$/.test(key) ? fifths[Math.floor((Number(key) - 1) / 2)] : undefined,
  ),
]
