/** Keeps the public halves of the keys with which people sign in, each with its ledger entry. */
import { Effect } from "effect"
import type { PersonId } from "../../policy/capability/member.ts"
import { today } from "../../policy/civil-day.ts"
import { digestOf } from "../../policy/record/digest.ts"
import type { EvidenceStore, RecordDecision } from "../evidence/evidence-store.ts"
import { changedOne } from "../evidence/require-change.ts"
import { decodePerson } from "./person.ts"

export interface Passkey {
  readonly credential: string
  readonly person: PersonId
  readonly publicKey: Uint8Array<ArrayBuffer>
  /** How often the device says that it has used the key. */
  readonly counter: number
}

export const passkeysOf = (store: EvidenceStore, record: RecordDecision) => {
  const { run } = store
  return {
    find: Effect.fn("Passkeys.find")(function* (credential: string) {
      const row = yield* run("passkey", ({ db }) =>
        db.selectFrom("passkey").selectAll().where("credential", "=", credential).executeTakeFirst(),
      )
      if (row === undefined) return undefined
      const person = yield* decodePerson(store, row.person)
      return { credential, person, publicKey: new Uint8Array(row.public_key), counter: row.counter } satisfies Passkey
    }),

    /** The people who can sign in. */
    holders: Effect.flatMap(
      run("passkeyHolders", ({ db }) => db.selectFrom("passkey").select("person").distinct().execute()),
      (rows) => Effect.forEach(rows, ({ person }) => decodePerson(store, person)),
    ),

    /** A new key replaces every earlier one of the person and ends every session that those began; its link is used up. */
    enrol: Effect.fn("Passkeys.enrol")(function* (passkey: Passkey, link: string) {
      const on = yield* today
      const { credential, person, publicKey: public_key, counter } = passkey
      const body = { member: digestOf(person), on }
      yield* record("enrolPasskey", { kind: "passkey-enrolled", body }, async (writing) => {
        const used = await writing.deleteFrom("enrolment").where("digest", "=", link).executeTakeFirst()
        changedOne({ numUpdatedRows: used.numDeletedRows })
        await writing.deleteFrom("passkey").where("person", "=", person).execute()
        await writing.deleteFrom("staff_session").where("person", "=", person).execute()
        const row = { credential, person, public_key, counter, enrolled_on: on }
        await writing.insertInto("passkey").values(row).execute()
      })
    }),

    /** A device that counts goes up each time: the same answer, or one of a copied key, is refused. */
    used: ({ credential, counter }: Pick<Passkey, "credential" | "counter">) =>
      run("passkeyUsed", async ({ db }) => {
        const change = db.updateTable("passkey").set({ counter }).where("credential", "=", credential)
        const { numUpdatedRows } = await (counter === 0
          ? change
          : change.where("counter", "<", counter)
        ).executeTakeFirst()
        return numUpdatedRows === 1n
      }),
  }
}
