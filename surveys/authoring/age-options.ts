/** Builds the options of the age question, one for each age in years. */

export type AgeOptions<A extends readonly number[]> = {
  readonly [I in keyof A]: { readonly key: `${A[I]}`; readonly words: string }
}

export const ageOptions = <const A extends readonly number[]>(ages: A): AgeOptions<A> =>
  ages.map((years) => ({ key: `${years}`, words: `${years} years old` })) as unknown as AgeOptions<A>
