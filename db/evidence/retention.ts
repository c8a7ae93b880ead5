/** Stores the retention state of each day's responses, and restores all states or none. */
import { Effect } from "effect"
import type { Transaction } from "kysely"
import { type RetentionState, restoreRetention } from "../../policy/custody/retention.ts"
import type { EvidenceStore } from "./evidence-store.ts"
import { changedOne } from "./require-change.ts"
import type { EvidenceTables, RetentionTable } from "./schema.ts"

const empty = {
  decide_before: null,
  until: null,
  necessity: null,
  proportionality: null,
  destroyed_on: null,
  destroyed_by: null,
  scan: null,
  host: null,
}

/** The columns of a state; those that it does not use are null. */
const columnsOf = ({ state, facts }: RetentionState) => {
  switch (state) {
    case "active":
      return { ...empty, due_on: facts.dueOn }
    case "review-due":
    case "review-overdue":
      return { ...empty, due_on: facts.dueOn, decide_before: facts.decideBefore }
    case "extended": {
      const { dueOn, until, necessity, proportionality } = facts
      return { ...empty, due_on: dueOn, until, necessity, proportionality }
    }
    case "destroyed": {
      const { on, by, scan, host } = facts.certificate
      return { ...empty, destroyed_on: on, destroyed_by: by, scan, host: host === "missing" ? null : host }
    }
  }
}

/** Inserts the first state and updates it later; a trigger refuses an illegal transition. */
export const keepRetention = async (transaction: Transaction<EvidenceTables>, state: RetentionState): Promise<void> => {
  const { of } = state.facts
  const columns = columnsOf(state)
  if (state.state === "active")
    await transaction
      .insertInto("retention")
      .values({ given_on: of, state: state.state, ...columns, due_on: state.facts.dueOn })
      .execute()
  else
    changedOne(
      await transaction
        .updateTable("retention")
        .set({ state: state.state, ...columns })
        .where("given_on", "=", of)
        .executeTakeFirstOrThrow(),
    )
}

const factsOf = (row: RetentionTable): object => {
  const { given_on: of, state, due_on: dueOn, decide_before: decideBefore, until, necessity, proportionality } = row
  switch (state) {
    case "active":
      return { of, dueOn }
    case "extended":
      return { of, dueOn, until, necessity, proportionality }
    case "destroyed":
      return {
        of,
        certificate: { on: row.destroyed_on, by: row.destroyed_by, scan: row.scan, host: row.host ?? "missing" },
      }
    default:
      return { of, dueOn, decideBefore }
  }
}

export const retentionsOf = ({ run, inconsistent }: EvidenceStore) =>
  run("retentions", ({ db }) => db.selectFrom("retention").selectAll().orderBy("given_on").execute()).pipe(
    Effect.flatMap((rows) =>
      Effect.forEach(rows, (row) => restoreRetention({ state: row.state, facts: factsOf(row) })).pipe(
        Effect.mapError(inconsistent),
      ),
    ),
  )
