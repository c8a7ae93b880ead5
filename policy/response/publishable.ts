/** Lists all that a procedure may send to a browser: a receipt, or rows of a public register. Only this file makes either. */

import { Result } from "effect"
import type { RuleId } from "../rule-id.ts"
import { RuleViolation } from "../rule-violation.ts"
import { makerOf, type Unforgeable } from "../unforgeable.ts"
import type { RegisterEntry } from "./registers.ts"
import { unlinkable } from "./unlinkable.ts"

const receiptMark: unique symbol = Symbol("receipt")
const matchesMark: unique symbol = Symbol("register matches")

/** Confirms that a response is stored, with nothing by which it could be found. */
export interface Receipt<Rule extends RuleId = "raw-data-never-shared"> extends Unforgeable<typeof receiptMark, Rule> {
  readonly accepted: true
}

/** Rows of a public register, which hold nothing of an answer. */
export interface RegisterMatches<Rule extends RuleId = "raw-data-never-shared">
  extends Unforgeable<typeof matchesMark, Rule> {
  readonly found: readonly RegisterEntry[]
}

export type Publishable = Receipt | RegisterMatches

const receipts = makerOf<Receipt>(receiptMark, "raw-data-never-shared")
const matches = makerOf<RegisterMatches>(matchesMark, "raw-data-never-shared")

export const makeReceipt = (): Receipt => receipts.make<Receipt>(unlinkable({ accepted: true }))

export const publishMatches = (found: readonly RegisterEntry[]): RegisterMatches =>
  matches.make<RegisterMatches>({ found: found.map(({ code, words }) => ({ code, words })) })

const isPublishable = (value: unknown): value is Publishable =>
  typeof value === "object" && value !== null && (receipts.isOne(value) || matches.isOne(value))

/** The last look at what a procedure returns, before it is sent: the compiler has refused anything else already. */
export const onlyPublished = (value: unknown): Result.Result<Publishable, RuleViolation> =>
  isPublishable(value)
    ? Result.succeed(value)
    : Result.fail(
        new RuleViolation({ rule: "raw-data-never-shared", remedy: "return a receipt or rows of a public register" }),
      )
