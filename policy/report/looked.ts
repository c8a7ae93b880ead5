/** Names in words each fact that an audit can read, and says which come from the running stores. */
import type { Facts } from "../facts/facts.ts"

export type FactName = keyof Facts

/** Seen in the running stores. */
const ofTheStores = {
  columns: "every column of both stores",
  daysOfReceipt: "the days on which answers came",
  lostKeys: "the keys of the days that are held",
  collection: "the state of the collection",
  extracts: "every extract of the processor",
  complaints: "the days of the complaints, unopened",
  retentions: "the retention of each day",
  quality: "the quality flags of every kept answer",
  places: "how postcodes were matched",
  abandonedDays: "days whose answers were given up",
  releases: "every table ever released",
  residueScan: "the latest search of every byte of the stores",
  content: "every kept answer, read by machine",
  days: "each day in the evidence store",
  schema: "the tables and triggers of both stores",
  ledger: "the whole ledger",
  records: "every record of the ledger",
  sealedDays: "each day in the collection",
  keyFolder: "the folder of keys",
  strayFiles: "the files of the data folder",
  members: "the named list of people",
  texts: "the state of every child's own words",
} as const satisfies Partial<Record<FactName, string>>

const ofElsewhere = {
  today: "the date",
  deployment: "what people have declared",
  forms: "the forms that children are shown",
  window: "the window of the collection",
  geography: "the geography in use",
  servedSite: "the site as it is served",
} as const satisfies Partial<Record<FactName, string>>

/** Compiles only with words for every fact. */
const words: Readonly<Record<FactName, string>> = { ...ofTheStores, ...ofElsewhere }

export const factWords = (name: FactName): string => words[name]

export const isOfStores = (name: FactName): boolean => Object.hasOwn(ofTheStores, name)

/** What an audit read: the facts that were seen, and those that it asked for in vain. */
export interface Looked {
  readonly seen: readonly FactName[]
  readonly unseen: readonly FactName[]
}

export const nothingLookedAt: Looked = { seen: [], unseen: [] }

/** Runs what reads the facts, and notes each name that is read. */
export const noting = (facts: Facts): { readonly facts: Facts; readonly looked: () => Looked } => {
  const names = new Set<FactName>()
  const isName = (name: PropertyKey): name is FactName => Object.hasOwn(facts, name)
  const watched = new Proxy(facts, {
    get: (all, name) => {
      if (isName(name)) names.add(name)
      return Reflect.get(all, name)
    },
  })
  const those = (isSeen: boolean) => [...names].filter((name) => "seen" in facts[name] === isSeen).sort()
  return { facts: watched, looked: () => ({ seen: those(true), unseen: those(false) }) }
}
