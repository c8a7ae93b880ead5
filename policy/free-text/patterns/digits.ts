/** Reads runs of digits as people write them: apart, with an o for 0, in words, or with signs between. */

export interface Digits {
  readonly digits: string
  readonly start: number
  readonly end: number
  /** How many digits each part has. */
  readonly sizes: readonly number[]
  /** Whether any digit was a letter or a word. */
  readonly isRead: boolean
}

const inWords: Readonly<Record<string, string>> = {
  zero: "0",
  oh: "0",
  nought: "0",
  one: "1",
  two: "2",
  three: "3",
  four: "4",
  five: "5",
  six: "6",
  seven: "7",
  eight: "8",
  nine: "9",
}
const pattern = /\b(?:zero|oh|nought|one|two|three|four|five|six|seven|eight|nine|double|triple)\b|[0-9oil]{1,40}/g

/** Digits of one part; undefined where letters are more than slips. */
const read = (part: string): string | undefined => {
  const word = inWords[part]
  if (word !== undefined) return word
  const letters = part.replaceAll(/[0-9]/g, "").length
  if (letters > part.length / 2 && part !== "o") return undefined
  if (part === "i" || part === "l") return undefined
  return part.replaceAll("o", "0").replaceAll(/[il]/g, "1")
}

/** Signs between two digits of one number. */
const between = /^[ .\-_()/*,+]{0,4}$/

export const digitRuns = (text: string): readonly Digits[] => {
  const runs: Digits[] = []
  let run: { digits: string; start: number; end: number; sizes: number[]; isRead: boolean } | undefined
  let repeat = 1
  for (const { 0: part, index } of text.matchAll(pattern)) {
    const isApart = /[a-z]/.test(text.charAt(index - 1)) || /[a-z]/.test(text.charAt(index + part.length))
    if (part === "double" || part === "triple") {
      repeat = part === "double" ? 2 : 3
      continue
    }
    const digits = isApart ? undefined : read(part)?.repeat(repeat)
    repeat = 1
    const gap = run === undefined ? "" : text.slice(run.end, index).replace(/\b(?:double|triple)\b/, "")
    if (digits === undefined || run === undefined || !between.test(gap) || run.digits.length > 24) {
      if (run !== undefined) runs.push(run)
      run = digits === undefined ? undefined : { digits: "", start: index, end: index, sizes: [], isRead: false }
    }
    if (run === undefined || digits === undefined) continue
    run.digits += digits
    run.end = index + part.length
    run.sizes.push(digits.length)
    run.isRead ||= /[a-z]/.test(part)
  }
  if (run !== undefined) runs.push(run)
  return runs
}
