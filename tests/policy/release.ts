/** A small lawful table, and what its release needs. */
import { Effect } from "effect"
import type { ProposedTable } from "../../policy/disclosure/table.ts"
import { digest, granted, personOf } from "./team.ts"

export const table: ProposedTable = {
  title: "Hopes by age",
  author: personOf("evidence-team", 9),
  geographies: ["England", "E12000007"],
  dimensions: [
    { name: "Hope", categories: ["a job"] },
    { name: "Age", categories: ["9", "10", "11", "12"] },
  ],
  cells: [
    { labels: ["a job", "9"], count: 120, published: true },
    { labels: ["a job", "10"], count: 4, published: false },
    { labels: ["a job", "11"], count: 0, published: true },
    { labels: ["a job", "12"], count: 10, published: true },
  ],
}

export const safe = { verdict: "safe", digest: digest("certificate") } as const

/** Two checkers and an approver of the made-up team; its second member has number 1. */
export const hands = Effect.gen(function* () {
  const first = yield* granted("check-output", "evidence-team")
  const second = yield* granted("check-output", "evidence-team", 1)
  const approval = yield* granted("release-table", "director-of-evidence")
  return { mode: "live", audit: safe, checkers: [first, second], approval } as const
})
