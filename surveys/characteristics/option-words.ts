/** Adds words to each option of a list; an option without words does not compile. */
export interface Keyed {
  readonly key: string
}

export type OptionWords<O extends readonly Keyed[]> = { readonly [K in O[number]["key"]]: string }

export type WithWords<O extends readonly Keyed[]> = { readonly [I in keyof O]: O[I] & { readonly words: string } }

export const withWords = <const O extends readonly Keyed[]>(options: O, words: OptionWords<O>): WithWords<O> => {
  const wordsOf: Readonly<Record<string, string>> = words
  return options.map((option) => ({ ...option, words: wordsOf[option.key] })) as unknown as WithWords<O>
}
