/** Where the responses of a table are from, in few words: its notes name every place. */
import type { Released } from "../../../policy/release/released.ts"
import { geographyOf } from "./shape.ts"

/** Most places that are listed by name. */
const few = 3

export const shortGeography = (table: Released): string => {
  const { geographies } = table
  return geographies[0] === "England" && geographies.length > few
    ? `England and ${geographies.length - 1} areas in it`
    : geographyOf(table)
}
