/** `ask -- extract` copies chosen fields sealed to the processor's key, records them, and a close waits for the certificate. */
import { createHash } from "node:crypto"
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { Effect } from "effect"
import { expect, test } from "vitest"
import { suite } from "../../db/collection/suite.ts"
import { extractInfo } from "../../db/custody/seal-extract.ts"
import { dayOf } from "../../db/keys/civil-day.ts"
import { collectionSource, evidenceSource, type StorageSettings } from "../../src/deployment/storage.ts"
import { newKeyPair } from "../support/arrival.ts"
import { ask, askOn } from "../support/ask.ts"
import { heard } from "../support/command-output.ts"
import { dayKeys } from "../support/day-keys.ts"
import { openedEvidence } from "../support/evidence.ts"
import { day as civil, memberOf, personOf } from "../support/policy/team.ts"
import { newFolder, opened } from "../support/store.ts"
import { append, matchedSamples } from "../support/transfer.ts"

const tags = ["processor-extracts-deleted-at-close" as const]
const run = Effect.runPromise
const today = dayOf(Date.now())
const [processor, supervisor] = [personOf("processor"), personOf("director-of-evidence")]

const collecting = async (): Promise<StorageSettings> => {
  const storage = { mode: "rehearsal", dataDir: newFolder(), databaseUrl: undefined } as const
  const keys = await dayKeys(storage.dataDir, today)
  const collection = await opened(collectionSource(storage))
  await append(collection, matchedSamples(60, 3), today, keys[today] ?? new Uint8Array())
  const evidence = await openedEvidence(evidenceSource(storage))
  for (const role of ["processor", "director-of-evidence", "dpo"] as const)
    await run(evidence.keepMember(memberOf(role, { trainedOn: civil(today) })))
  return storage
}

const says = async (command: () => Promise<number>) => {
  const { code, said } = await heard(command)
  return { code, text: said.join("\n") }
}

test("taken sealed, without words or postcode; listed, overdue, certified by another person, and then closed", {
  tags,
  timeout: 60_000,
}, async () => {
  const storage = await collecting()
  const folder = newFolder()
  const { publicKey, privateKey } = await newKeyPair()
  const [key, file, attestation] = ["key", "extract", "attestation"].map((name) => join(folder, name))
  writeFileSync(key ?? "", publicKey.toHex())
  writeFileSync(attestation ?? "", "We deleted it.")
  const extract = (...args: readonly string[]) => says(() => ask(storage, "extract", ...args))
  const asked = (fields: string, to = file ?? "") => [
    ...["take", "--by", processor, "--reason", "The page for easy read fails.", "--until", today],
    ...["--fields", fields, "--recipient", key ?? "", "--to", to],
  ]
  for (const fields of ["age,free-text", "home-postcode", "age,age", ""])
    expect(await extract(...asked(fields)), fields).toMatchObject({ code: 2 })
  expect((await extract(...asked("age").map((word) => (word === processor ? supervisor : word)))).text).toContain(
    "not-for-this-role",
  )
  expect(existsSync(file ?? "")).toBe(false)
  expect((await extract("list")).text).toContain("No extract is recorded. A copy that was made past these commands")

  expect(await extract(...asked("age,support,living-situation"))).toMatchObject({ code: 0 })
  const sealed = readFileSync(file ?? "")
  const recipientKey = await suite.kem.deserializePrivateKey(privateKey)
  const context = { recipientKey, enc: sealed.subarray(0, 32), info: extractInfo }
  const plain = Buffer.from(await (await suite.createRecipientContext(context)).open(sealed.subarray(32))).toString()
  const rows = plain
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line))
  expect(rows).toHaveLength(60)
  expect(new Set(rows.flatMap((row) => Object.keys(row)))).toEqual(new Set(["form", "day", "answers"]))
  expect(plain).not.toMatch(/"text"|"other":|ZZ\d/)
  expect(rows.some(({ answers }) => Object.keys(answers).length > 0)).toBe(true)
  expect(sealed.includes("answers")).toBe(false)

  const evidence = await openedEvidence(evidenceSource(storage))
  const [taken] = await run(evidence.extracts)
  const id = taken?.facts.id.slice(0, 8) ?? ""
  expect(taken?.facts).toMatchObject({ person: processor, digest: createHash("sha256").update(sealed).digest("hex") })
  const later = dayOf(Date.now() + 10 * 86_400_000)
  expect((await says(() => askOn(later, storage, "extract", "list"))).text).toContain(`OVERDUE since ${today}`)
  expect((await says(() => askOn(later, storage, "status"))).text).toContain(`Extract ${id} should have been deleted`)

  const witnesses = ["--witness", personOf("dpo"), "--witness", processor]
  expect((await says(() => ask(storage, "close", ...witnesses))).text).toContain("attestation of its deletion")
  const certify = (by: string, day = today) =>
    extract("certify", id, "--by", by, "--attestation", attestation ?? "", "--deleted", day)
  expect(await certify(processor)).toMatchObject({ code: 1 })
  expect((await certify(supervisor, later)).text).toContain("give a day of deletion")
  expect(await certify(supervisor)).toMatchObject({ code: 0 })
  expect((await certify(supervisor)).text).toContain("waits for its certificate")
  expect(await says(() => ask(storage, "close", ...witnesses))).toMatchObject({ code: 0 })
  expect((await extract(...asked("age", join(folder, "more")))).text).toContain("The collection is closed")
})
