/** Makes the slips of a young writer: a letter left out, doubled, changed or swapped, or a word by its sound. */
import type { Random } from "./random.ts"

const sounds: readonly (readonly [RegExp, string])[] = [
  [/ph/, "f"],
  [/ck/, "k"],
  [/ie/, "ei"],
  [/ei/, "ie"],
  [/ough/, "uf"],
  [/th/, "f"],
  [/wh/, "w"],
  [/(.)\1/, "$1"],
  [/e$/, ""],
  [/y$/, "ie"],
  [/ie$/, "y"],
  [/s$/, "z"],
  [/c/, "k"],
  [/x/, "ks"],
  [/ee/, "ea"],
  [/ai|ay/, "a"],
  [/oo/, "u"],
  [/tion/, "shun"],
  [/kn/, "n"],
  [/er$/, "a"],
]

export const slip = (word: string, random: Random): string => {
  if (word.length < 4) return word
  const at = 1 + random.below(word.length - 1)
  const kind = random.next()
  if (kind < 0.22) return word.slice(0, at) + word.slice(at + 1)
  if (kind < 0.42) return word.slice(0, at) + word.charAt(at) + word.slice(at)
  if (kind < 0.6) return word.slice(0, at - 1) + word.charAt(at) + word.charAt(at - 1) + word.slice(at + 1)
  if (kind < 0.8) return word.slice(0, at) + random.pick([..."aeioutnrslydhc"]) + word.slice(at + 1)
  const fitting = sounds.filter(([pattern]) => pattern.test(word))
  const sound = fitting[random.below(fitting.length)]
  return sound === undefined ? word.slice(0, at) + word.slice(at + 1) : word.replace(sound[0], sound[1])
}
