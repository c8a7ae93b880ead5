/** Every picture that a form names, and no other, as a file of our own. */
import { readFileSync } from "node:fs"
import { picturesIn } from "../../surveys/pictures-in.ts"
import { drawn } from "./drawn.ts"
import { markOf, withMark } from "./marked.ts"

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

const whole = (body: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32" viewBox="0 0 32 32">${body}</svg>`

/** The set has names of its own that begin as a mark does, such as no-entry. */
const svgOf = (name: string, icons: PictureSet["icons"]): string | undefined => {
  const known = icons[name]?.body
  if (drawn[name] !== undefined || known !== undefined) return drawn[name] ?? whole(known ?? "")
  const [mark, thing] = markOf(name) ?? []
  const body = icons[thing ?? ""]?.body
  return mark && body && withMark(mark, body)
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
    const svg = svgOf(name, icons)
    return svg ? [{ name, svg }] : []
  })
  return { files, missing: names.filter((name) => files.every((file) => file.name !== name)) }
}
