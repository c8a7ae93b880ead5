/** How each day's responses stand, kept as the transitions gave it and read back whole or not at all. */
import { Effect } from "effect"
import type { Transaction } from "kysely"
import { type RetentionState, restoreRetention } from "../../policy/retention/retention-state.ts"
import type { Connection } from "../connect.ts"
import { changedOne } from "./changed-one.ts"
import type { EvidenceTables, RetentionTable } from "./schema.ts"

const unsaid = {
  decide_before: null,
  until: null,
  necessity: null,
  proportionality: null,
  destroyed_on: null,
  destroyed_by: null,
  scan: null,
  host: null,
}

/** The columns that say a state; what it does not say is empty. */
const saying = ({ state, facts }: RetentionState) => {
  switch (state) {
    case "active":
      return { ...unsaid, due_on: facts.dueOn }
    case "review-due":
    case "review-overdue":
      return { ...unsaid, due_on: facts.dueOn, decide_before: facts.decideBefore }
    case "extended": {
      const { dueOn, until, necessity, proportionality } = facts
      return { ...unsaid, due_on: dueOn, until, necessity, proportionality }
    }
    case "destroyed": {
      const { on, by, scan, host } = facts.certificate
      return { ...unsaid, destroyed_on: on, destroyed_by: by, scan, host: host === "missing" ? null : host }
    }
  }
}

/** A first state is put in, a later one takes its place; the database refuses a step that is none. */
export const keepRetention = async (transaction: Transaction<EvidenceTables>, state: RetentionState): Promise<void> => {
  const { of } = state.facts
  const said = saying(state)
  if (state.state === "active")
    await transaction
      .insertInto("retention")
      .values({ given_on: of, state: state.state, ...said, due_on: state.facts.dueOn })
      .execute()
  else
    changedOne(
      await transaction
        .updateTable("retention")
        .set({ state: state.state, ...said })
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

export const retentionsOf = async ({ db }: Connection<EvidenceTables>): Promise<readonly RetentionState[]> => {
  const rows = await db.selectFrom("retention").selectAll().orderBy("given_on").execute()
  return Effect.runPromise(Effect.forEach(rows, (row) => restoreRetention({ state: row.state, facts: factsOf(row) })))
}
