/** Looks up the local authorities of the geography in use by code; a damaged geography has no authority. */
import { readIndex } from "./index-folder.ts"
import { councils } from "./made-up.ts"

export interface Authority {
  readonly name: string
  readonly region: string
}

const listed = (folder: string): ReadonlyMap<string, Authority> => {
  const index = readIndex(folder)
  if (index === "damaged") return new Map()
  const all = index?.meta.authorities ?? councils.map(({ words: name, ...council }) => ({ ...council, name }))
  return new Map(all.map((authority) => [authority.code, authority]))
}

export interface Place extends Authority {
  readonly code: string
}

/** Every local authority of the geography in use. */
export const placesIn = (folder: string): readonly Place[] =>
  [...listed(folder)].map(([code, { name, region }]) => ({ code, name, region }))

/** Reads the geography once, at the first lookup. */
export const authoritiesIn = (folder: string): ((code: string) => Authority | undefined) => {
  let known: ReadonlyMap<string, Authority> | undefined
  return (code) => {
    known ??= listed(folder)
    return known.get(code)
  }
}
