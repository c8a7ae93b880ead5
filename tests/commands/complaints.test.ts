/** `ask -- complaints list` and `ask -- status` name the overdue by the clock, and open nothing for that. */
import { Effect } from "effect"
import { expect, test } from "vitest"
import { newReference } from "../../db/complaints/reference.ts"
import { sealComplaint } from "../../db/complaints/seal-complaint.ts"
import { collectionSource } from "../../src/deployment/storage.ts"
import { newKeyPair } from "../support/arrival.ts"
import { askOn } from "../support/ask.ts"
import { heard } from "../support/command-output.ts"
import { newFolder, opened } from "../support/store.ts"

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
