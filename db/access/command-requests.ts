/** Keeps what a command at a shell asks of a person: to prove one act in the browser, by a code that is used once. */
import { Clock, Effect, Schema } from "effect"
import type { PersonId } from "../../policy/capability/member.ts"
import { Act, sessionLimits } from "../../policy/capability/session.ts"
import type { EvidenceStore } from "../evidence/evidence-store.ts"
import { instant } from "./instant.ts"
import { decodePerson } from "./person.ts"

const readAct = Schema.decodeUnknownEffect(Act)

export interface CommandRequest {
  readonly digest: string
  readonly person: PersonId
  readonly act: Act
}

export const commandRequestsOf = (store: EvidenceStore) => {
  const { run, inconsistent } = store
  return {
    ask: Effect.fn("CommandRequests.ask")(function* (request: CommandRequest) {
      const expires_at = instant((yield* Clock.currentTimeMillis) + sessionLimits.request)
      yield* run("askForProof", ({ db }) =>
        db
          .insertInto("command_request")
          .values({ ...request, expires_at, approved: 0 })
          .execute(),
      )
    }),

    /** One that is approved already cannot be approved again. */
    find: Effect.fn("CommandRequests.find")(function* (digest: string) {
      const now = instant(yield* Clock.currentTimeMillis)
      const row = yield* run("commandRequest", ({ db }) =>
        db
          .selectFrom("command_request")
          .selectAll()
          .where("digest", "=", digest)
          .where("expires_at", ">", now)
          .where("approved", "=", 0)
          .executeTakeFirst(),
      )
      if (row === undefined) return undefined
      const person = yield* decodePerson(store, row.person)
      const act = yield* Effect.mapError(readAct(row.act), inconsistent)
      return { digest, person, act } satisfies CommandRequest
    }),

    /** Approves it for the person that the command named, and no other. */
    approve: ({ digest, person, act }: CommandRequest) =>
      run("approveCommand", async ({ db }) => {
        const { numUpdatedRows } = await db
          .updateTable("command_request")
          .set({ approved: 1 })
          .where("digest", "=", digest)
          .where("person", "=", person)
          .where("act", "=", act)
          .where("approved", "=", 0)
          .executeTakeFirst()
        return numUpdatedRows === 1n
      }),

    /** Takes an approval, which is then used up. */
    take: Effect.fn("CommandRequests.take")(function* ({ digest, person, act }: CommandRequest) {
      const now = instant(yield* Clock.currentTimeMillis)
      return yield* run("takeApproval", async ({ db }) => {
        const { numDeletedRows } = await db
          .deleteFrom("command_request")
          .where("digest", "=", digest)
          .where("person", "=", person)
          .where("act", "=", act)
          .where("approved", "=", 1)
          .where("expires_at", ">", now)
          .executeTakeFirst()
        return numDeletedRows === 1n
      })
    }),
  }
}
