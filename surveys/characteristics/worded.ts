/** Gives each option of a list its words; a list in another's order, or with a word missing, does not compile. */
interface Keyed {
  readonly key: string
}

export type WordsFor<O extends readonly Keyed[]> = { readonly [K in O[number]["key"]]: string }

export type Worded<O extends readonly Keyed[]> = { readonly [I in keyof O]: O[I] & { readonly words: string } }

export const worded = <const O extends readonly Keyed[]>(options: O, words: WordsFor<O>): Worded<O> => {
  const wordsOf: Readonly<Record<string, string>> = words
  return options.map((option) => ({ ...option, words: wordsOf[option.key] })) as unknown as Worded<O>
}
