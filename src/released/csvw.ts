/** What describes the CSV of a released table, as the W3C's CSV on the Web has it: its columns, its `[c]` and its notes. */
import type { Released } from "../../policy/stage.ts"
import { addressesOf, slug } from "./address.ts"
import { notesOf, publisher, voluntary } from "./notes.ts"
import { countColumn } from "./rows.ts"
import { type Dimension, isWithholding, withheld } from "./shape.ts"

/** Names that a URI template takes, each once. */
const namesOf = (dimensions: readonly Dimension[]): readonly string[] => {
  const bare = [...dimensions.map(({ name }) => slug(name, "_") || "dimension"), countColumn]
  return bare.map((name, at) =>
    bare.indexOf(name) === bare.lastIndexOf(name) || (name === countColumn && at === bare.length - 1)
      ? name
      : `${name}_${at + 1}`,
  )
}

export const releasedCsvw = (table: Released): string => {
  const { title, dimensions, releasedOn } = table
  const names = namesOf(dimensions)
  const columns = dimensions.map(({ name }, at) => ({
    name: names[at],
    titles: name,
    datatype: "string",
    required: true,
  }))
  const count = {
    name: countColumn,
    titles: countColumn,
    "dc:description": "How many responses",
    datatype: "nonNegativeInteger",
    ...(isWithholding(table) ? { null: withheld } : {}),
  }
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
    tableSchema: { columns: [...columns, count], primaryKey: names.slice(0, -1) },
  }
  return `${JSON.stringify(described, undefined, 2)}\n`
}
