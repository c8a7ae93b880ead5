/** `ask -- complaints list` and `ask -- status` name the overdue by the clock, and open nothing for that. */
import { Effect } from "effect"
import { expect, test } from "vitest"
import { newReference } from "../../db/complaints/reference.ts"
import { sealComplaint } from "../../db/complaints/seal-complaint.ts"
import { digestOf } from "../../policy/record/digest.ts"
import { collectionSource, evidenceSource } from "../../src/deployment/storage.ts"
import { newKeyPair } from "../support/arrival.ts"
import { askOn } from "../support/ask.ts"
import { heard } from "../support/command-output.ts"
import { openedEvidence } from "../support/evidence.ts"
import { newFolder, opened } from "../support/store.ts"

const tags = ["retention-reviewed-after-two-years" as const]

test("a complaint that nobody acknowledged is overdue on the 31st day, in both", async () => {
  const storage = { mode: "rehearsal", dataDir: newFolder(), databaseUrl: undefined } as const
  const { complaints } = await opened(collectionSource(storage))
  const { publicKey } = await newKeyPair()
  const reference = newReference()
  const sealed = sealComplaint({ words: "Words.", contact: "" }, reference, publicKey)
  await Effect.runPromise(complaints.keep(reference.hash, sealed, "2027-04-01"))
  const said = async (day: string, ...args: readonly string[]) =>
    (await heard(() => askOn(day, storage, ...args))).said.join("\n")
  for (const args of [["complaints", "list"], ["status"]]) {
    expect(await said("2027-05-01", ...args)).not.toContain("should have been")
    expect(await said("2027-05-02", ...args)).toContain("should have been acknowledged by 2027-05-01")
  }
  expect(await said("2027-05-01", "complaints", "list")).toContain("acknowledge it by 2027-05-01")
})

test("the daily clock removes a complaint on the day its retention ends, not before, and not after a jump", {
  tags,
}, async () => {
  const storage = { mode: "rehearsal", dataDir: newFolder(), databaseUrl: undefined } as const
  const evidence = await openedEvidence(evidenceSource(storage))
  const { complaints } = await opened(collectionSource(storage))
  const { publicKey } = await newKeyPair()
  const keep = async (on: string) => {
    const reference = newReference()
    const sealed = sealComplaint({ words: "Words.", contact: "" }, reference, publicKey)
    await Effect.runPromise(complaints.keep(reference.hash, sealed, on))
    return digestOf(reference.hash.toHex())
  }
  const [first] = [await keep("2027-04-01"), await keep("2027-04-20")]
  const clock = (on: string) => heard(() => askOn(on, storage, "retention", "review"))
  const left = async () => (await Effect.runPromise(complaints.all)).map(({ day }) => day)

  expect((await clock("2029-03-31")).code).toBe(0)
  expect(await left()).toEqual(["2027-04-01", "2027-04-20"])
  expect((await clock("2029-04-01")).said.join()).toContain("Removed, because their retention has passed: 1 complaint.")
  expect(await left()).toEqual(["2027-04-20"])
  const ended = [{ complaint: first, by: "clock", on: "2029-04-01" }]
  expect(await Effect.runPromise(evidence.bodiesOf("complaint-retention-ended"))).toEqual(ended)
  expect((await clock("2031-01-01")).code).toBe(1)
  expect(await left()).toEqual(["2027-04-20"])
})
