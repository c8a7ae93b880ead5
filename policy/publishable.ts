/** The closed list of what a procedure may say to the world; each is made here, and nothing else is one. */
import type { Registered } from "./register.ts"

/** Says that a response is kept, and nothing by which it could be found. */
export class Receipt {
  readonly accepted = true
  // A private field, so that no look-alike and no spread copy of one passes for it.
  readonly #made = true

  static readonly of = (): Receipt => new Receipt()

  static readonly isOne = (value: object): boolean => #made in value
}

/** Rows of a published register, which hold nothing that a child said. */
export class RegisterMatches {
  readonly found: readonly Registered[]
  readonly #made = true

  private constructor(found: readonly Registered[]) {
    this.found = found
  }

  static readonly of = (found: readonly Registered[]): RegisterMatches =>
    new RegisterMatches(found.map(({ code, words }) => ({ code, words })))

  static readonly isOne = (value: object): boolean => #made in value
}

export type Publishable = Receipt | RegisterMatches
