/** A complaint is stored by the hash of its reference and sealed bytes alone, and only the reference opens the letters to its sender. */
import { readFileSync } from "node:fs"
import { Effect } from "effect"
import { sql } from "kysely"
import { describe, expect, test } from "vitest"
import { decoyLetter, openLetter, sealLetter } from "../../db/complaints/letter.ts"
import { newReference, readReference } from "../../db/complaints/reference.ts"
import { openComplaint, sealComplaint } from "../../db/complaints/seal-complaint.ts"
import { parameters } from "../../policy/parameters.ts"
import { complaintDesk } from "../../src/writer/complaints.ts"
import { newKeyPair } from "../support/arrival.ts"
import { engines, newSource, opened, rawly } from "../support/store.ts"

const run = Effect.runPromise
const keys = await newKeyPair()
const others = await newKeyPair()
const complaint = { words: "You asked about my brother ZQXWORDS.", contact: "ZQXCONTACT" }

describe("a reference", () => {
  test("is read however it is typed, and only whole", () => {
    const made = newReference()
    expect(made.words).toMatch(/^(?:[0-9a-f]{4}-){7}[0-9a-f]{4}$/)
    const typed = [
      made.words,
      made.words.toUpperCase(),
      made.words.replaceAll("-", " "),
      made.words.replaceAll("0", "O"),
    ]
    for (const each of typed) expect(readReference(each)).toEqual(made)
    for (const wrong of ["", made.words.slice(0, -1), `${made.words}0`, "z".repeat(32), "0".repeat(9_999)])
      expect(readReference(wrong)).toBeUndefined()
  })

  test("gives a hash and a key, and both differ from each other and from those of another reference", () => {
    const [one, other] = [newReference(), newReference()]
    const derived = [one.hash, one.replyKey, other.hash, other.replyKey].map((bytes) => bytes.toHex())
    expect(new Set(derived).size).toBe(4)
  })
})

describe("sealing", { tags: ["no-direct-identifiers"] }, () => {
  test("opens with the complaints' key and for its own hash alone", () => {
    const reference = newReference()
    const sealed = sealComplaint(complaint, reference, keys.publicKey)
    expect(openComplaint(sealed, reference.hash, keys.privateKey)).toEqual({
      ...complaint,
      replyKey: reference.replyKey,
    })
    expect(openComplaint(sealed, newReference().hash, keys.privateKey)).toBeUndefined()
    expect(openComplaint(sealed, reference.hash, others.privateKey)).toBeUndefined()
  })

  test("gives every complaint and every letter one length, up to the longest", () => {
    const words = "\u{fffd}".repeat(parameters.longestComplaint.value)
    const lengths = ["", words].map((each) => [
      sealComplaint({ words: each, contact: each.slice(0, 200) }, newReference(), keys.publicKey).length,
      sealLetter("reply", { on: "2027-04-19", words: each }, newReference().replyKey).length,
    ])
    expect(lengths[0]).toEqual(lengths[1])
    expect(decoyLetter()).toHaveLength(lengths[0]?.[1] ?? 0)
  })

  test("a letter opens with its reference's key, as its own kind", () => {
    const { replyKey } = newReference()
    const letter = { on: "2027-04-19", words: "We have it." }
    const sealed = sealLetter("acknowledgement", letter, replyKey)
    expect(openLetter("acknowledgement", sealed, replyKey)).toEqual(letter)
    expect(openLetter("reply", sealed, replyKey)).toBeUndefined()
    expect(openLetter("acknowledgement", sealed, newReference().replyKey)).toBeUndefined()
    expect(openLetter("reply", decoyLetter(), replyKey)).toBeUndefined()
  })
})

describe.each(engines)("stored on %s", (engine) => {
  test("by its hash, once; a letter is found by it; and removed", async () => {
    const source = await newSource(engine)
    const { complaints, isInPlace } = await opened(source)
    const { hash, replyKey, words: reference } = newReference()
    const sealed = sealComplaint(complaint, { hash, replyKey, words: reference }, keys.publicKey)
    const answers: unknown[] = []
    const desk = complaintDesk(
      { complaints, isInPlace },
      () => "2027-04-19",
      (answer) => answers.push(answer),
    )
    desk.take({ kind: "about-complaint", request: 7, asks: { to: "keep", hash, sealed } })
    await desk.empty()
    expect(answers).toEqual([{ kind: "complaint-answer", request: 7, said: { outcome: "stored" } }])
    expect(await run(complaints.keep(hash, sealed, "2027-04-20"))).toBe("already-stored")
    expect(await run(complaints.keep(hash.slice(1), sealed, "2027-04-20"))).toBe("refused")
    expect(await run(complaints.all)).toMatchObject([{ day: "2027-04-19", acknowledged: false, replied: false }])

    const { db } = rawly(source)
    const { rows } = await sql<Record<string, unknown>>`select * from complaint`.execute(db)
    expect(rows.map((row) => Object.keys(row))).toEqual([["hash", "day", "sealed", "acknowledgement", "reply"]])
    await expect(sql`update complaint set day = '2027-04-20'`.execute(db)).rejects.toThrow(/final/)

    const letter = sealLetter("reply", { on: "2027-04-21", words: "Sorry." }, replyKey)
    await run(complaints.write(hash, "reply", letter))
    const found = await run(complaints.lettersTo(hash))
    expect(openLetter("reply", found.reply, replyKey)?.words).toBe("Sorry.")
    expect(openLetter("acknowledgement", found.acknowledgement, replyKey)).toBeUndefined()
    const unknown = await run(complaints.lettersTo(newReference().hash))
    expect([unknown.reply.length, unknown.acknowledgement.length]).toEqual([letter.length, letter.length])

    await run(complaints.remove(hash))
    expect(await run(complaints.all)).toEqual([])
    expect(await run(complaints.sealed(hash))).toBeUndefined()
  })
})

test("the file of the store holds no word, contact or reference", async () => {
  const source = await newSource("sqlite")
  const { complaints } = await opened(source)
  const reference = newReference()
  await run(complaints.keep(reference.hash, sealComplaint(complaint, reference, keys.publicKey), "2027-04-19"))
  const bytes = "file" in source ? ["", "-wal"].map((end) => readFileSync(`${source.file}${end}`)) : []
  const all = Buffer.concat(bytes)
  expect(all.includes(Buffer.from(reference.hash))).toBe(true)
  const digits = reference.words.replaceAll("-", "")
  const secret = ["ZQXWORDS", "ZQXCONTACT", reference.words, digits, Buffer.from(digits, "hex"), reference.replyKey]
  expect(secret.filter((each) => all.includes(each))).toEqual([])
})
