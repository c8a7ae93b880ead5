/** Every picture that a form names, and no other, as a file of our own. */
import { readFileSync } from "node:fs"
import { drawn } from "./drawn.ts"

interface Drawing {
  readonly body: string
}

interface PictureSet {
  readonly icons: Readonly<Record<string, Drawing | undefined>>
}

const inSet = (): PictureSet["icons"] => {
  const file = new URL("../../node_modules/@iconify-json/fluent-emoji-flat/icons.json", import.meta.url)
  const set: PictureSet = JSON.parse(readFileSync(file, "utf8"))
  return set.icons
}

/** The value of every `picture` within, however deep. */
export const picturesIn = (within: unknown): readonly string[] => {
  if (Array.isArray(within)) return within.flatMap(picturesIn)
  if (!(within instanceof Object)) return []
  return Object.entries(within).flatMap(([key, value]) =>
    key === "picture" && typeof value === "string" ? [value] : picturesIn(value),
  )
}

export interface PictureFile {
  readonly name: string
  readonly svg: string
}

/** A name that is neither drawn nor in the set is given back as missing. */
export const pictureFiles = (
  within: unknown,
): { readonly files: readonly PictureFile[]; readonly missing: readonly string[] } => {
  const icons = inSet()
  const names = [...new Set([...Object.keys(drawn), ...picturesIn(within)])].sort()
  const files = names.flatMap((name) => {
    const body = icons[name]?.body
    const svg =
      drawn[name] ??
      (body && `<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32" viewBox="0 0 32 32">${body}</svg>`)
    return svg ? [{ name, svg }] : []
  })
  return { files, missing: names.filter((name) => files.every((file) => file.name !== name)) }
}
