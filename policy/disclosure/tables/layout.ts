/** Parses the dimensions of a table: `la<region,ageband` means local authority within region, by age band. */
import { Effect } from "effect"
import { TableRefused } from "./refused.ts"

/** The columns of each dimension, leaf first. */
export type Layout = readonly (readonly string[])[]

export const parseLayout = (text: string): Effect.Effect<Layout, TableRefused> => {
  const layout = text.split(",").map((dimension) => dimension.split("<").map((column) => column.trim()))
  const columns = layout.flat()
  if (columns.includes(""))
    return new TableRefused({ reason: "Write dimensions as leaf<parent, with a comma between them." })
  const repeated = columns.find((column, at) => columns.indexOf(column) !== at)
  return repeated === undefined
    ? Effect.succeed(layout)
    : new TableRefused({
        reason: `The column ${repeated} is named twice: use each column once.`,
      })
}
