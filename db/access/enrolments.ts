/** Keeps one-time links with which a person enrols a key: given by one, and confirmed by another where a key is replaced. */
import { Clock, Effect, Option } from "effect"
import type { PersonId } from "../../policy/capability/member.ts"
import { sessionLimits } from "../../policy/capability/session.ts"
import { today } from "../../policy/civil-day.ts"
import { type Digest, digestOf } from "../../policy/record/digest.ts"
import type { EvidenceStore, RecordDecision } from "../evidence/evidence-store.ts"
import { changedOne } from "../evidence/require-change.ts"
import { instant } from "./instant.ts"
import { decodePerson } from "./person.ts"

export interface Enrolment {
  readonly digest: Digest
  readonly person: PersonId
  /** An operator at a shell, when absent. */
  readonly givenBy?: PersonId
  /** Somebody signed in with the key that this one replaces, so one person must not be able to take another's place. */
  readonly needsTwo: boolean
}

export interface Waiting {
  readonly digest: string
  readonly person: PersonId
  readonly givenBy: PersonId | undefined
  readonly isReady: boolean
}

export const enrolmentsOf = (store: EvidenceStore, record: RecordDecision) => {
  const { run } = store
  const personOf = (person: string | null) =>
    person === null ? Effect.succeed(undefined) : decodePerson(store, person)

  const waiting = Effect.gen(function* () {
    const now = instant(yield* Clock.currentTimeMillis)
    const rows = yield* run("enrolments", ({ db }) =>
      db.selectFrom("enrolment").selectAll().where("expires_at", ">", now).orderBy("digest").execute(),
    )
    return yield* Effect.forEach(rows, (row) =>
      Effect.gen(function* () {
        const person = yield* decodePerson(store, row.person)
        const givenBy = yield* personOf(row.given_by)
        const isReady = row.needs_two === 0 || row.confirmed_by !== null
        return { digest: row.digest, person, givenBy, isReady } satisfies Waiting
      }),
    )
  })

  return {
    waiting,

    /** The person whose link this is, once it may be used. */
    find: (digest: string) =>
      Effect.map(waiting, (all) => all.find((each) => each.digest === digest && each.isReady)?.person),

    /** A newer link of the same person replaces the one before. */
    offer: Effect.fn("Enrolments.offer")(function* ({ digest, person, givenBy, needsTwo }: Enrolment) {
      const expires = instant((yield* Clock.currentTimeMillis) + sessionLimits.enrolment)
      const by = Option.fromUndefinedOr(givenBy)
      const body = {
        member: digestOf(person),
        on: yield* today,
        ...(Option.isSome(by) && { by: digestOf(by.value) }),
      }
      const row = { digest, person, given_by: givenBy ?? null, confirmed_by: null, needs_two: needsTwo ? 1 : 0 }
      yield* record("offerEnrolment", { kind: "enrolment-offered", body }, async (writing) => {
        await writing.deleteFrom("enrolment").where("person", "=", person).execute()
        await writing
          .insertInto("enrolment")
          .values({ ...row, expires_at: expires })
          .execute()
      })
    }),

    /** By another than who gave the link, which the store checks too. */
    confirm: Effect.fn("Enrolments.confirm")(function* ({ digest, person }: Waiting, by: PersonId) {
      const body = { member: digestOf(person), on: yield* today, by: digestOf(by) }
      yield* record("confirmEnrolment", { kind: "enrolment-confirmed", body }, async (writing) =>
        changedOne(
          await writing
            .updateTable("enrolment")
            .set({ confirmed_by: by })
            .where("digest", "=", digest)
            .where("confirmed_by", "is", null)
            .executeTakeFirst(),
        ),
      )
    }),
  }
}
