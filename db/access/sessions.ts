/** Keeps who is signed in: the digest of what the cookie holds, until when, and for which act it was proved. */
import { Clock, Effect, Schema } from "effect"
import type { PersonId } from "../../policy/capability/member.ts"
import { Act, isAlive, type Session, sessionLimits } from "../../policy/capability/session.ts"
import { today } from "../../policy/civil-day.ts"
import { Digest, digestOf } from "../../policy/record/digest.ts"
import type { EvidenceStore, RecordDecision, Writing } from "../evidence/evidence-store.ts"
import { instant } from "./instant.ts"
import { decodePerson } from "./person.ts"
import type { StaffSessionTable } from "./tables.ts"

const readAct = Schema.decodeUnknownEffect(Act)
const readDigest = Schema.decodeUnknownEffect(Digest)

const rowOf = ({ digest, person, idleUntil, endsAt, proof }: Session): StaffSessionTable => ({
  ...{ digest, person, idle_until: instant(idleUntil), ends_at: instant(endsAt) },
  ...{ proved_act: proof?.act ?? null, proved_until: proof === undefined ? null : instant(proof.until) },
})

/** A page is read far more often than this, and each write must reach the disk. */
const renewAfter = 60_000

export const sessionsOf = (store: EvidenceStore, record: RecordDecision) => {
  const { run, inconsistent } = store

  const sessionIn = Effect.fnUntraced(function* (row: StaffSessionTable) {
    const digest = yield* Effect.mapError(readDigest(row.digest), inconsistent)
    const person = yield* decodePerson(store, row.person)
    const times = { idleUntil: Date.parse(row.idle_until), endsAt: Date.parse(row.ends_at) }
    if (row.proved_act === null || row.proved_until === null) return { digest, person, ...times }
    const act = yield* Effect.mapError(readAct(row.proved_act), inconsistent)
    return { digest, person, ...times, proof: { act, until: Date.parse(row.proved_until) } }
  })

  const endExpired = async (writing: Writing, now: number) => {
    const over = instant(now)
    await writing
      .deleteFrom("staff_session")
      .where((where) => where.or([where("ends_at", "<=", over), where("idle_until", "<=", over)]))
      .execute()
    await writing.deleteFrom("enrolment").where("expires_at", "<=", over).execute()
    await writing.deleteFrom("command_request").where("expires_at", "<=", over).execute()
  }

  return {
    begin: Effect.fn("Sessions.begin")(function* (session: Session) {
      const now = yield* Clock.currentTimeMillis
      const body = { member: digestOf(session.person), on: yield* today }
      yield* record("signIn", { kind: "signed-in", body }, async (writing) => {
        await endExpired(writing, now)
        await writing.insertInto("staff_session").values(rowOf(session)).execute()
      })
    }),

    /** One that has ended is as good as none. */
    find: Effect.fn("Sessions.find")(function* (digest: Digest) {
      const row = yield* run("session", ({ db }) =>
        db.selectFrom("staff_session").selectAll().where("digest", "=", digest).executeTakeFirst(),
      )
      const now = yield* Clock.currentTimeMillis
      const session: Session | undefined = row && (yield* sessionIn(row))
      if (session === undefined || !isAlive(session, now)) return undefined
      const idleUntil = now + sessionLimits.idle
      if (idleUntil - session.idleUntil < renewAfter) return session
      const renewed = { idle_until: instant(idleUntil) }
      yield* run("renewSession", ({ db }) =>
        db.updateTable("staff_session").set(renewed).where("digest", "=", digest).execute(),
      )
      return { ...session, idleUntil }
    }),

    /** The people who are signed in now. */
    open: Effect.gen(function* () {
      const now = instant(yield* Clock.currentTimeMillis)
      const rows = yield* run("openSessions", ({ db }) =>
        db
          .selectFrom("staff_session")
          .select("person")
          .distinct()
          .where("ends_at", ">", now)
          .where("idle_until", ">", now)
          .execute(),
      )
      return yield* Effect.forEach(rows, ({ person }) => decodePerson(store, person))
    }),

    prove: ({ digest }: Session, act: Act, until: number) =>
      run("proveAct", ({ db }) =>
        db
          .updateTable("staff_session")
          .set({ proved_act: act, proved_until: instant(until) })
          .where("digest", "=", digest)
          .execute(),
      ),

    /** Uses a proof up. False when another request has used it meanwhile, or the act was never proved. */
    spend: ({ digest }: Session, act: Act, now: number) =>
      run("spendProof", async ({ db }) => {
        const { numUpdatedRows } = await db
          .updateTable("staff_session")
          .set({ proved_act: null, proved_until: null })
          .where("digest", "=", digest)
          .where("proved_act", "=", act)
          .where("proved_until", ">", instant(now))
          .executeTakeFirst()
        return numUpdatedRows === 1n
      }),

    end: ({ digest }: Pick<Session, "digest">) =>
      run("signOut", ({ db }) => db.deleteFrom("staff_session").where("digest", "=", digest).execute()),

    /** Ends all that a person has open. Without `by` an operator does it at a shell. */
    endAll: Effect.fn("Sessions.endAll")(function* (person: PersonId, by?: PersonId) {
      const body = { member: digestOf(person), on: yield* today, ...(by && { by: digestOf(by) }) }
      yield* record("endSessions", { kind: "sessions-ended", body }, (writing) =>
        writing.deleteFrom("staff_session").where("person", "=", person).execute(),
      )
    }),
  }
}
