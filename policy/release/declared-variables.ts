/**
 * Declares the variables of tables as partitions of a few base variables, so that the audit knows which categories lie
 * within which: form, age and their bands, for example, divide the same pairs of form and age.
 */

export interface BaseVariable {
  readonly name: string
  /** How many leaves it has; every child has one of them. */
  readonly leaves: number
  /** An answer, as opposed to a characteristic. */
  readonly isItem: boolean
  readonly isSensitive: boolean
}

export interface DeclaredCategory {
  readonly key: string
  readonly words: string
  /** The leaves of the base variable. */
  readonly leaves: readonly number[]
}

export interface DeclaredVariable {
  readonly name: string
  readonly title: string
  /** The index of the base variable. */
  readonly base: number
  readonly categories: readonly DeclaredCategory[]
}

export interface DeclaredVariables {
  readonly bases: readonly BaseVariable[]
  readonly variables: readonly DeclaredVariable[]
}
