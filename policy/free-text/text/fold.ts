/** Folds a text to plain lower-case signs, each with the place in the text that it came from. */
import { lookAlikes } from "./look-alikes.ts"

export interface Folded {
  /** Lower case, without accents, invisible signs and look-alikes. */
  readonly text: string
  /** Of each sign: the UTF-16 offset in the source at which it begins, and at which it ends. */
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  /** Of each sign: whether the source has a capital. */
  readonly capitals: readonly boolean[]
  /** Letters of another script that look like no Latin letter. */
  readonly foreign: number
}

const invisible = /^(?:\p{Mn}|\p{Me}|\p{Cf}|\p{Variation_Selector})$/u
const memo = new Map<string, { readonly signs: string; readonly isForeign: boolean }>()

const foldOne = (sign: string): { readonly signs: string; readonly isForeign: boolean } => {
  const found = memo.get(sign)
  if (found !== undefined) return found
  const signs = [...sign.normalize("NFKD").toLowerCase()]
    .filter((each) => !invisible.test(each))
    .map((each) => lookAlikes.get(each) ?? each)
    .map((each) => (each.length > 1 || /\p{So}/u.test(each) ? "¤" : /\s/.test(each) && each !== "\n" ? " " : each))
    .join("")
  const made = { signs, isForeign: /[^ -~¤\n\t]/.test(signs) && /\p{L}/u.test(signs) }
  if (memo.size < 5000) memo.set(sign, made)
  return made
}

export const fold = (source: string): Folded => {
  const starts: number[] = []
  const ends: number[] = []
  const capitals: boolean[] = []
  let text = ""
  let foreign = 0
  let at = 0
  for (const sign of source) {
    const code = sign.charCodeAt(0)
    const isCapital = code < 128 ? code > 64 && code < 91 : sign !== sign.toLowerCase()
    const end = at + sign.length
    if (code < 128) {
      text += isCapital ? String.fromCharCode(code + 32) : code === 9 || code === 13 ? " " : sign
      starts.push(at)
      ends.push(end)
      capitals.push(isCapital)
    } else {
      const { signs, isForeign } = foldOne(sign)
      if (isForeign) foreign += 1
      text += signs
      for (let each = 0; each < signs.length; each++) {
        starts.push(at)
        ends.push(end)
        capitals.push(isCapital)
      }
      // A mark on the letter before belongs to it.
      if (signs === "" && ends.length > 0 && /\p{M}/u.test(sign)) ends[ends.length - 1] = end
    }
    at = end
  }
  return { text, starts, ends, capitals, foreign }
}
