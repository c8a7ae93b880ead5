/** `ask -- declare` records what live needs, by commands alone, on either database; live then opens without a new build. */
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { Effect } from "effect"
import { sql } from "kysely"
import { describe, expect, test } from "vitest"
import { type Day, daysAfter, today } from "../../policy/civil-day.ts"
import { missingToOpen } from "../../policy/deployment/opening.ts"
import { dpiaVersion } from "../../policy/dpia/document/version.ts"
import { digestOf } from "../../policy/record/digest.ts"
import type { RuleId } from "../../policy/rule-id.ts"
import { recordedHere } from "../../src/deployment/declared.ts"
import { opening } from "../../src/deployment/opening.ts"
import { evidenceSource, type StorageSettings } from "../../src/deployment/storage.ts"
import { publicKeyIn, signedResult } from "../../src/launcher/results-key.mjs"
import { ask } from "../support/ask.ts"
import { heard } from "../support/command-output.ts"
import { openedEvidence, rawEvidence } from "../support/evidence.ts"
import { newDatabase } from "../support/postgres.ts"
import { type Engine, engines, newFolder } from "../support/store.ts"

const tags: RuleId[] = ["dpia-signed-off"]
const run = Effect.runPromise
const on = await run(today)
const later = (days: number): Day => daysAfter(on, days)
const dpia = dpiaVersion.slice(0, 12)

const placed = async (engine: Engine): Promise<StorageSettings> => {
  const storage = { mode: "live", dataDir: newFolder(), databaseUrl: undefined } as const
  return engine === "sqlite" ? storage : { ...storage, evidenceUrl: await newDatabase() }
}

const asked = async (storage: StorageSettings, ...args: readonly string[]) => {
  const { code, said } = await heard(() => ask(storage, ...args))
  return { code, text: said.join("\n") }
}

const added = async (storage: StorageSettings, role: string): Promise<string> => {
  const dates = ["--from", "2026-01-01", "--until", "2099-12-31", "--trained", "2026-01-01"]
  const cleared = ["--clearance", "security-check", "--cleared-until", "2099-12-31"]
  const { text } = await asked(storage, "team", "add", "--role", role, ...dates, ...cleared)
  return /(?<=Added as )[0-9a-f]{16}/.exec(text)?.[0] ?? ""
}

const technical = { mode: "live", origin: "https://survey.example" } as const
const missing = async (storage: StorageSettings) =>
  missingToOpen(await run(recordedHere(storage, technical, console.error)), on, "England", "offered")

describe.each(engines)("ask -- declare, with the evidence on %s", { tags }, (engine) => {
  test("from nothing to a live deployment that opens, by commands alone", { timeout: 60_000 }, async () => {
    const storage = await placed(engine)
    const officer = await added(storage, "senior-information-risk-owner")
    const dpo = await added(storage, "dpo")
    const says = async (...args: readonly string[]) => {
      const { code, text } = await asked(storage, "declare", ...args)
      expect([code, text]).toEqual([0, expect.stringContaining("Declared, and in the ledger")])
    }
    expect(await missing(storage)).toHaveLength(11)
    expect((await asked(storage, "declare")).text).toMatch(/Nothing is declared yet[\s\S]*How: ask -- declare window\./)

    await says("approval", "measures", "--dpia", dpia, "--by", officer)
    await says("approval", "residual-risks", "--dpia", dpia, "--by", officer)
    await says("advice", "--dpia", dpia, "--text", "Proceed.", "--by", dpo)
    await says("answer", "--outcome", "accepted", "--by", officer)
    for (const finding of ["F17", "F26"]) await says("decision", finding, "--text", "It is settled.", "--by", officer)
    await says("decision", "F18", "--text", "Adopted.", "--policy-document", "Policy 7", "--by", officer)
    await says("contact", "controller", "--name", "The office", "--email", "office@c.example", "--by", officer)
    await says("contact", "dpo", "--name", "Data Protection Officer", "--phone", "020 7946 0000", "--by", officer)
    await says("contact", "regulator", "--name", "The regulator", "--page", "https://r.example/", "--by", officer)
    const post = ["--name", "The desk", "--post", "1 High Street", "--by", officer]
    const unreachable = await asked(storage, "declare", "contact", "security", ...post)
    expect(unreachable).toEqual({ code: 1, text: expect.stringContaining("Give an email address, a page or a tele") })
    await says("contact", "security", "--name", "The desk", "--email", "desk@c.example", "--by", officer)
    await says("window", "--opens", on, "--closes", later(30), "--by", officer)

    const wrong = await asked(storage, "declare", "help-line", "childline", "--number", "0800 1112", "--by", officer)
    expect(wrong).toEqual({ code: 1, text: expect.stringContaining("The pages show 0800 1111 for Childline") })
    await says("help-line", "childline", "--number", "0800 1111", "--by", officer)
    await says("help-line", "shout", "--number", "85258", "--by", officer)
    const rung = (await run(recordedHere(storage, technical, console.error))).helpLines
    expect(rung).toEqual({ childline: on, shout: on })

    expect(await missing(storage)).toEqual([])
    const handed = await run(opening(await run(recordedHere(storage, technical, console.error)), "England", "offered"))
    expect(handed).toMatchObject({
      window: { opens: on, closes: later(30) },
      contacts: {
        dpo: { phone: "020 7946 0000" },
        controller: { email: "office@c.example" },
        security: { email: "desk@c.example" },
      },
    })
    expect(JSON.stringify(handed)).not.toContain(officer)

    const longer = await asked(storage, "declare", "window", "--opens", on, "--closes", later(31), "--by", officer)
    expect(longer).toEqual({ code: 1, text: expect.stringContaining("The collection has opened") })
    const list = (await asked(storage, "declare")).text
    expect(list).toMatch(/In force:[\s\S]*approval measures {2}by senior-information-risk-owner/)
    expect((await asked(storage, "declare", "withdraw", "5", "--by", officer)).code).toBe(0)
    expect(await missing(storage)).toMatchObject([{ what: expect.stringContaining("finding F17") }])

    const evidence = await openedEvidence(evidenceSource(storage), { mode: "live" })
    expect(await run(evidence.bodiesOf("declaration-made"))).toHaveLength(14)
    expect(await run(evidence.bodiesOf("declaration-withdrawn"))).toHaveLength(1)
    expect(await run(evidence.verify())).toMatchObject({ length: expect.any(Number) })
  })

  test("an edit, a copy or a removal past the commands is refused or noticed", async () => {
    const storage = await placed(engine)
    const officer = await added(storage, "senior-information-risk-owner")
    await asked(storage, "declare", "decision", "F17", "--text", "It is settled.", "--by", officer)
    const { db, dialect } = rawEvidence(evidenceSource(storage))
    await expect(sql`update declaration set subject = 'F26'`.execute(db)).rejects.toThrow("a declaration is final")
    await expect(sql`delete from declaration`.execute(db)).rejects.toThrow("stays on record")
    const copy = sql`insert into declaration select 2, ${digestOf("")}, kind, subject, value, '0123456789abcdef', role, declared_on from declaration`
    await expect(copy.execute(db)).rejects.toThrow("a person on the list")
    const drop =
      dialect === "postgres"
        ? sql`drop trigger declaration_is_final on declaration`
        : sql`drop trigger declaration_is_final`
    await drop.execute(db)
    await sql`update declaration set value = replace(value, 'settled', 'dropped')`.execute(db)
    const { code, text } = await asked(storage, "declare")
    expect([code, text]).toEqual([1, expect.stringContaining("contradict each other or its ledger")])
    await expect(missing(storage)).rejects.toThrow("contradict each other or its ledger")
  })
})

describe("a command line that cannot be used records nothing, and repeats no text", { tags }, () => {
  const by = ["--by", "0123456789abcdef"]
  const text = ["--text", "A secret word."]
  test.each<[code: number, sentence: string, ...args: readonly string[]]>([
    [2, "FINDING takes a finding of the report, F01 to F", "decision", "F99", ...text, ...by],
    [
      2,
      "F18 cannot be waived",
      "waiver",
      "F18",
      "--reason",
      "Soon.",
      "--owner",
      "0123456789abcdef",
      "--asked-by",
      "0123456789abcdef",
      "--until",
      "2099-01-01",
      ...by,
    ],
    [2, "F18, and no other finding", "decision", "F18", ...text, ...by],
    [2, "Advice is overruled with --reasons", "answer", "--outcome", "overruled", ...by],
    [
      2,
      "COMMITMENT takes a commitment that only people can keep",
      "attestation",
      "C021",
      "--reference",
      "x",
      "--document",
      "y",
      "--until",
      "2099-01-01",
      ...by,
    ],
    [
      2,
      "cannot be read",
      "attestation",
      "C020",
      "--reference",
      "Letter 4",
      "--document",
      "nowhere.pdf",
      "--until",
      "2099-01-01",
      ...by,
    ],
    [2, "--opens takes a day", "window", "--opens", "soon", "--closes", "2099-01-01", ...by],
    [2, "NUMBER takes a number", "withdraw", "first", ...by],
    [2, "The flag --by is missing", "decision", "F17", ...text],
    [1, "not-on-the-list", "decision", "F17", ...text, ...by],
    [1, "No declaration 3 is in force", "withdraw", "3", ...by],
  ])("%i: %s", async (code, sentence, ...args) => {
    const storage = await placed("sqlite")
    await added(storage, "dpo")
    const told = await asked(storage, "declare", ...args)
    expect(told).toEqual({ code, text: expect.stringContaining(sentence) })
    expect(told.text).not.toContain("secret")
    const evidence = await openedEvidence(evidenceSource(storage), { mode: "live" })
    expect(await run(evidence.declarations)).toEqual([])
  })

  test("an attestation by nobody on the list, and one that holds a document by its digest", async () => {
    const storage = await placed("sqlite")
    const member = await added(storage, "evidence-team")
    const document = join(newFolder(), "letter.txt")
    writeFileSync(document, "We attest it.")
    const attest = (who: string, until: string) =>
      asked(
        storage,
        "declare",
        "attestation",
        "C020",
        "--reference",
        "Letter 4",
        "--document",
        document,
        "--until",
        until,
        "--by",
        who,
      )
    expect(await attest("0123456789abcdef", later(90))).toMatchObject({
      code: 1,
      text: expect.stringContaining("not-on-the-list"),
    })
    expect(await attest(member, on)).toMatchObject({
      code: 1,
      text: expect.stringContaining("End the attestation after"),
    })
    expect((await attest(member, later(90))).code).toBe(0)
    const { attestations } = await run(recordedHere(storage, technical, console.error))
    expect(attestations).toMatchObject([
      { commitment: "C020", digest: digestOf("We attest it."), by: member, role: "evidence-team", until: later(90) },
    ])
  })
})

describe("what the report relies on", { tags }, () => {
  test("a person qualified in law confirms entries of the register, for a time; nobody else may", async () => {
    const storage = await placed("sqlite")
    const [adviser, officer] = [
      await added(storage, "legal-adviser"),
      await added(storage, "senior-information-risk-owner"),
    ]
    const law = (by: string, until: string, ...entries: readonly string[]) =>
      asked(storage, "declare", "law", ...entries, "--reference", "Advice 12", "--until", until, "--by", by)
    expect(await law(officer, later(365), "all")).toMatchObject({
      code: 1,
      text: expect.stringContaining("not-for-this-role"),
    })
    expect(await law("0123456789abcdef", later(365), "all")).toMatchObject({
      code: 1,
      text: expect.stringContaining("not-on-the-list"),
    })
    expect(await law(adviser, later(365), "uk-gdpr-art-99")).toMatchObject({ code: 2 })
    expect(await law(adviser, on, "uk-gdpr-art-10")).toMatchObject({ code: 1 })
    expect((await law(adviser, later(365), "uk-gdpr-art-10", "pecr-reg-6")).code).toBe(0)
    const { lawConfirmations } = await run(recordedHere(storage, technical, console.error))
    expect(lawConfirmations.map(({ entry, until }) => [entry, until])).toEqual([
      ["uk-gdpr-art-10", later(365)],
      ["pecr-reg-6", later(365)],
    ])
  })

  test("the key of another machine is recorded from its file, and withdrawn; a file without one is refused", async () => {
    const storage = await placed("sqlite")
    const officer = await added(storage, "senior-information-risk-owner")
    const other = newFolder()
    signedResult(other, {})
    const named = ["--machine", "The build server", "--by", officer]
    const keys = async () => (await run(recordedHere(storage, technical, console.error))).resultsKeys
    const trust = (file: string) => asked(storage, "declare", "results-key", join(other, file), ...named)
    expect(await trust("signing-key.pem")).toEqual({ code: 2, text: expect.stringContaining("holds no public key") })
    expect(await trust("nowhere.pub")).toMatchObject({ code: 2 })
    expect(await keys()).toBeUndefined()
    expect((await trust("signing-key.pub")).text).toMatch(/1 {2}\S+ {2}results-key [0-9a-f]{16} {2}by senior/)
    expect(await keys()).toEqual([publicKeyIn(other)])
    await asked(storage, "declare", "withdraw", "1", "--by", officer)
    expect(await keys()).toEqual([])
  })
})
