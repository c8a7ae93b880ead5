/**
 * Makes values that only one file can make.
 *
 * A TypeScript type describes a shape, so any object with the right fields would pass for a capability. A class with a
 * private field is the exception: the compiler accepts its own instances only, and a copy made with `{ ...value }` loses
 * the field. The same holds at run time, where `isOne` looks for that field. Each kind has a mark, a symbol that its file
 * does not export, so no other file can call its maker. The compiler's message names the rule that the kind serves.
 */
import type { RuleId } from "./rule-id.ts"

class Unforgeable<Mark extends symbol, Rule extends RuleId> {
  readonly #origin: { readonly mark: Mark; readonly rule: Rule }

  constructor(mark: Mark, rule: Rule, fields: object) {
    this.#origin = { mark, rule }
    Object.freeze(Object.assign(this, fields))
  }

  static isMarked(mark: symbol, value: object): boolean {
    return #origin in value && value.#origin.mark === mark
  }
}

export type { Unforgeable }

type MarkOf<T> = T extends Unforgeable<infer Mark, RuleId> ? Mark : never
type RuleOf<T> = T extends Unforgeable<symbol, infer Rule> ? Rule : never

/** What a value shows: all of it but the private field. */
type Fields<T> = { readonly [K in keyof T]: T[K] }

export const makerOf = <T extends Unforgeable<symbol, RuleId>>(mark: MarkOf<T>, rule: RuleOf<T>) => ({
  make: <One extends T>(fields: Fields<One>): One => new Unforgeable<symbol, RuleId>(mark, rule, fields) as One,
  isOne: (value: object): boolean => Unforgeable.isMarked(mark, value),
})
