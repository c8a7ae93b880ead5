/** Closes a collection in PostgreSQL: its rows and its files are scanned too, and what they hold stops the close. */
import { Effect } from "effect"
import { sql } from "kysely"
import { expect, test } from "vitest"
import { dayOf } from "../../db/keys/civil-day.ts"
import { PersonId } from "../../policy/capability/member.ts"
import { collectionSource, evidenceSource, type StorageSettings } from "../../src/deployment/storage.ts"
import { ask } from "../support/ask.ts"
import { heard } from "../support/command-output.ts"
import { dayKeys } from "../support/day-keys.ts"
import { openedEvidence } from "../support/evidence.ts"
import { memberOf } from "../support/policy/team.ts"
import { newDatabase } from "../support/postgres.ts"
import { newFolder, opened, rawly } from "../support/store.ts"
import { append, matchedSamples } from "../support/transfer.ts"

const tags = ["web-server-emptied-at-close" as const]
const today = dayOf(Date.now())
const witnesses = ["--witness", "0123456789abcdef", "--witness", "fedcba9876543210"]

test("a postcode in a table stops the close; without it, rows and files are scanned and recorded", {
  tags,
}, async () => {
  const storage: StorageSettings = { mode: "rehearsal", dataDir: newFolder(), databaseUrl: await newDatabase() }
  const keys = await dayKeys(storage.dataDir, today)
  const collection = await opened(collectionSource(storage))
  await append(collection, matchedSamples(20, 3), today, keys[today] ?? new Uint8Array())
  const people = await openedEvidence(evidenceSource(storage))
  for (const person of ["0123456789abcdef", "fedcba9876543210"])
    await Effect.runPromise(people.keepMember(memberOf("dpo", { person: PersonId.make(person) })))
  const { db } = rawly(collectionSource(storage))
  await sql`create table leak (place text)`.execute(db)
  await sql`insert into leak values ('zz10aa')`.execute(db)
  const closing = async () => {
    const { code, out, error } = await heard(() => ask(storage, "close", ...witnesses))
    return { code, said: [...out, ...error].join("\n") }
  }
  const stopped = await closing()
  expect(stopped).toMatchObject({
    code: 1,
    said: expect.stringContaining("the database of the collection, leak.place"),
  })
  expect(stopped.said).not.toMatch(/zz1/i)

  await sql`drop table leak`.execute(db)
  expect(await closing()).toMatchObject({
    code: 0,
    said: expect.stringMatching(/collection: every byte and row of \d+ files, nothing found/),
  })
  const evidence = await openedEvidence(evidenceSource(storage))
  const scanned = await Effect.runPromise(evidence.bodiesOf("store-scanned"))
  expect(scanned.filter(({ store }) => store === "collection").map(({ how, traces }) => [how, traces > 0])).toEqual([
    ["every byte and row", true],
    ["every byte and row", false],
  ])
})
