/** What the local authorities are called, by their codes, in the geography that is in use; damaged, it names none. */
import { readIndex } from "./kept.ts"
import { councils } from "./made-up.ts"

export const authorityNames = (folder: string): ReadonlyMap<string, string> => {
  const index = readIndex(folder)
  if (index === "damaged") return new Map()
  return new Map(
    index === undefined
      ? councils.map(({ code, words }) => [code, words])
      : index.meta.authorities.map(({ code, name }) => [code, name]),
  )
}
