/** What describes the CSV of a released table, as the W3C's CSV on the Web has it: its columns, its `[c]` and its notes. */
import type { Released } from "../../../policy/release/released.ts"
import { addressesOf, slug } from "./address.ts"
import { notesOf, publisher, voluntary, whatPercentages } from "./notes.ts"
import { countColumn, headingsOf, percentColumn, rowsOf } from "./rows.ts"
import { withheld } from "./shape.ts"
import { ofNobody } from "./shares.ts"

/** Names that a URI template takes, each once; the measures, which come last, keep theirs. */
const namesOf = (headings: readonly string[], dimensions: number): readonly string[] => {
  const bare = headings.map((name) => slug(name, "_") || "dimension")
  return bare.map((name, at) =>
    at >= dimensions || bare.indexOf(name) === bare.lastIndexOf(name) ? name : `${name}_${at + 1}`,
  )
}

/** A value that is not a number is an unknown number. */
const nulls = (table: Released, way: number): { readonly null?: string | readonly string[] } => {
  const found = [withheld, ofNobody].filter((mark) => rowsOf(table).some(({ measures }) => measures[way] === mark))
  return found.length === 0 ? {} : { null: found.length === 1 ? (found[0] ?? "") : found }
}

const measures: Readonly<Record<string, object>> = {
  [countColumn]: { "dc:description": "How many responses", datatype: "nonNegativeInteger" },
  [percentColumn]: { datatype: { base: "nonNegativeInteger", minimum: 0, maximum: 100 } },
}

export const releasedCsvw = (table: Released): string => {
  const { title, dimensions, releasedOn } = table
  const headings = headingsOf(table)
  const ways = dimensions.length
  const names = namesOf(headings, ways)
  const columns = headings.map((titles, at) => ({
    name: names[at],
    titles,
    ...(at < ways ? { datatype: "string", required: true } : { ...measures[titles], ...nulls(table, at - ways) }),
    ...(at === ways + 1 && { "dc:description": whatPercentages(table) }),
  }))
  const described = {
    "@context": ["http://www.w3.org/ns/csvw", { "@language": "en" }],
    url: addressesOf(table).csv,
    "dc:title": title,
    "dc:description": voluntary,
    "dc:publisher": publisher,
    "dc:issued": { "@value": releasedOn, "@type": "xsd:date" },
    notes: notesOf(table).map(({ name, words }) => ({ "dc:title": name, "dc:description": words })),
    dialect: {
      encoding: "utf-8",
      lineTerminators: ["\r\n"],
      delimiter: ",",
      quoteChar: '"',
      doubleQuote: true,
      header: true,
      headerRowCount: 1,
    },
    tableSchema: { columns, primaryKey: names.slice(0, ways) },
  }
  return `${JSON.stringify(described, undefined, 2)}\n`
}
