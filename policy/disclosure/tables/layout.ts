/** What is to be crossed, as it is written: `la<region,ageband` is local authority in region, by age band. */
import { Effect } from "effect"
import { TableRefused } from "./refused.ts"

/** The columns of each dimension, leaf first. */
export type Layout = readonly (readonly string[])[]

export const layoutFrom = (written: string): Effect.Effect<Layout, TableRefused> => {
  const layout = written.split(",").map((dimension) => dimension.split("<").map((column) => column.trim()))
  const columns = layout.flat()
  if (columns.includes(""))
    return new TableRefused({ reason: "Write dimensions as leaf<parent, with a comma between them." })
  const twice = columns.find((column, at) => columns.indexOf(column) !== at)
  return twice === undefined
    ? Effect.succeed(layout)
    : new TableRefused({
        reason: `The column ${twice} is named twice: a hierarchy has no loop, and a cross no column twice.`,
      })
}
