/** A report is signed and verified on the command line; an edited file, a strange, lost or replaced key, a full disk and a cut ledger are each named. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Effect } from "effect"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { seen } from "../../policy/facts/fact.ts"
import { decided } from "../../policy/record/decision-record.ts"
import { preAuthenticated, readEnvelope } from "../../policy/record/dsse.ts"
import { earlierReport } from "../../src/commands/earlier-report.ts"
import { evidenceSource, type StorageSettings } from "../../src/deployment/storage.ts"
import { ask, askOn } from "../support/ask.ts"
import { heard } from "../support/command-output.ts"
import { openedEvidence, rawEvidence } from "../support/evidence.ts"
import { memberOf } from "../support/policy/team.ts"
import { newFolder } from "../support/store.ts"

const tags = ["dpia-signed-off" as const]
/** The tests below follow one deployment, whose folders outlive each of them. */
const whole = mkdtempSync(join(tmpdir(), "big-ask-report-"))
afterAll(() => rmSync(whole, { recursive: true, force: true }))
const folderNamed = (name: string): string => {
  mkdirSync(join(whole, name))
  return join(whole, name)
}
const storage: StorageSettings = { mode: "rehearsal", dataDir: folderNamed("data"), databaseUrl: undefined }
const [out, keys] = [folderNamed("out"), folderNamed("keys")]
const key = join(keys, "report-key.pem")
const officer = memberOf("senior-information-risk-owner", { until: memberOf("dpo").until })

const asked = async (...args: readonly string[]) => {
  const { code, said } = await heard(() => ask(storage, ...args))
  return { code, text: said.join("\n") }
}
const makeReport = () => asked("report", "--out", out)
const sign = (file = key) => asked("report", "sign", "--key", file, "--out", out)
const verify = (name = "report.json", ...more: readonly string[]) => asked("report", "verify", join(out, name), ...more)
const declareKey = (file: string) => asked("declare", "report-key", file, "--by", officer.person)

const keeping = async (name: string, change: (text: string) => string, work: () => Promise<void>) => {
  const file = join(out, name)
  const text = readFileSync(file, "utf8")
  writeFileSync(file, change(text))
  await work()
  writeFileSync(file, text)
}

describe("a signed report", { tags, timeout: 120_000 }, () => {
  beforeAll(async () => {
    const evidence = await openedEvidence(evidenceSource(storage))
    await Effect.runPromise(evidence.keepMember(officer))
  }, 60_000)

  test("needs a key that exists, that a person keeps apart, and that the controller declared", async () => {
    expect((await asked("report", "new-key", join(storage.dataDir, "key.pem"))).text).toContain("is in DATA_DIR")
    expect(await asked("report", "new-key", key)).toMatchObject({ code: 0 })
    expect((await asked("report", "new-key", key)).text).toContain("exists already")
    await makeReport()
    expect(await sign(join(keys, "lost.pem"))).toEqual({
      code: 2,
      text: expect.stringContaining("lost.pem is not there"),
    })
    expect((await sign(`${key}.pub`)).text).toContain("holds no private key")
    expect(await sign()).toEqual({ code: 1, text: expect.stringMatching(/is not declared\. .* Nothing was signed/) })
    expect(await verify()).toEqual({
      code: 1,
      text: expect.stringMatching(/^NOT SIGNED: there is no report.dsse.json/),
    })
    expect(await declareKey(key)).toMatchObject({ code: 2 })
    expect(await declareKey(`${key}.pub`)).toMatchObject({ code: 0 })
  })

  test("is not signed where a file was edited, is older than the ledger, or the disk is full", async () => {
    await keeping(
      "report.html",
      (page) => page.replace("not checked", "upheld"),
      async () => {
        expect(await sign()).toEqual({ code: 1, text: expect.stringContaining("report.html in") })
      },
    )
    await keeping(
      "report.json",
      (twin) => twin.replace("not-checked", "upheld"),
      async () => {
        expect((await sign()).text).toContain("is not the report that the ledger names last")
      },
    )
    if (existsSync("/dev/full")) {
      symlinkSync("/dev/full", join(out, "report.dsse.json.new"))
      expect(await sign()).toEqual({ code: 1, text: expect.stringMatching(/The disk is full\. Nothing was signed/) })
      expect(readdirSync(out).filter((name) => name.includes("dsse"))).toEqual([])
    }
    const evidence = await openedEvidence(evidenceSource(storage))
    expect(await Effect.runPromise(evidence.bodiesOf("report-signed"))).toEqual([])
  })

  test("is signed, recorded with head and length, and verified in one line, each of its files", async () => {
    expect(await sign()).toMatchObject({ code: 0, text: expect.stringContaining("Signed with the key") })
    for (const name of ["report.json", "report.html", "oscal.json", "actions.csv"])
      expect(await verify(name)).toEqual({
        code: 0,
        text: expect.stringMatching(
          new RegExp(
            `^UNCHANGED since it was signed on 20.*: ${name}, key [0-9a-f]{12} \\(in force\\), .* of 26 rules`,
          ),
        ),
      })
    const evidence = await openedEvidence(evidenceSource(storage))
    const [signed] = await Effect.runPromise(evidence.bodiesOf("report-signed"))
    const statement = JSON.parse(
      Buffer.from(
        readEnvelope(readFileSync(join(out, "report.dsse.json"), "utf8"))?.payload ?? "",
        "base64",
      ).toString(),
    )
    const [ledger] = statement.predicate.configuration
    expect([`${signed?.length}`, signed?.head]).toEqual([ledger.annotations.length, ledger.digest.sha256])
    expect(statement.predicate.warnedTests.length + statement.predicate.failedTests.length).toBeGreaterThan(0)
  })

  test("shows an edited file, statement or signature, and a file that is not in it", async () => {
    const changed = { code: 1, text: expect.stringMatching(/^CHANGED: /) }
    await keeping(
      "report.html",
      (page) => page.replace("26", "27"),
      async () => {
        expect(await verify("report.html")).toEqual(changed)
        expect(await verify("report.json")).toMatchObject({ code: 0 })
      },
    )
    const edited = (text: string) => {
      const envelope = JSON.parse(text)
      const payload = Buffer.from(envelope.payload, "base64")
        .toString()
        .replace("WARNED", "PASSED")
        .replace("FAILED", "PASSED")
      return JSON.stringify({ ...envelope, payload: Buffer.from(payload).toString("base64") })
    }
    await keeping("report.dsse.json", edited, async () => expect(await verify()).toEqual(changed))
    await keeping(
      "report.dsse.json",
      () => "{}",
      async () => {
        expect((await verify()).text).toMatch(/^NOT UNDERSTOOD: /)
      },
    )
    writeFileSync(join(out, "other.txt"), "other")
    expect((await verify("other.txt")).text).toMatch(/^NOT SIGNED: the signature next to other.txt/)
  })

  test("by a key that was replaced counts where the ledger recorded it, and that key signs no more", async () => {
    const next = join(keys, "next.pem")
    await asked("report", "new-key", next)
    await declareKey(`${next}.pub`)
    expect((await verify()).text).toMatch(/^UNCHANGED .*\(replaced\)/)
    expect((await sign()).text).toContain("is replaced. Declare the one in use")
    expect(await sign(next)).toMatchObject({ code: 0 })
    expect((await verify()).text).toMatch(/^UNCHANGED .*\(in force\)/)
  })

  test("by a strange key is not trusted, and without a ledger the reader's own key counts", async () => {
    const elsewhere = { ...storage, dataDir: newFolder() }
    const there = async (...more: readonly string[]) => {
      const { code, said } = await heard(() => ask(elsewhere, "report", "verify", join(out, "report.json"), ...more))
      return { code, text: said.join("\n") }
    }
    expect((await there()).text).toMatch(/^NOT TRUSTED: .* nobody has declared here\. Give the public key with --key/)
    const good = await there("--key", join(keys, "next.pem.pub"))
    expect(good).toEqual({ code: 0, text: expect.stringMatching(/\(brought by you\).*there is no ledger here/) })
  })

  test("shows a ledger that was cut since", async () => {
    const { db } = rawEvidence(evidenceSource(storage))
    const { sql } = await import("kysely")
    await sql.raw("drop trigger ledger_is_not_cut").execute(db)
    const before = await db.selectFrom("ledger").selectAll().where("kind", "=", "report-signed").execute()
    await db
      .deleteFrom("ledger")
      .where("seq", "=", before.at(-1)?.seq ?? 0)
      .execute()
    expect(before.length).toBe(2)
    expect(await verify()).toMatchObject({ code: 1, text: expect.stringMatching(/^NOT RECORDED: /) })
  })
})

test("the bytes that are signed are those of the specification", { tags }, () => {
  expect(Buffer.from(preAuthenticated("http://example.com/HelloWorld", Buffer.from("hello world"))).toString()).toBe(
    "DSSEv1 29 http://example.com/HelloWorld 11 hello world",
  )
})

describe("a report as of a head", { tags, timeout: 120_000 }, () => {
  const own: StorageSettings = { mode: "rehearsal", dataDir: folderNamed("own"), databaseUrl: undefined }
  const folder = folderNamed("as-of")
  const named = ["report.json", "report.html", "public.html", "oscal.json", "report.sarif", "junit.xml", "actions.csv"]
  const bytes = () => named.map((name) => readFileSync(join(folder, name), "utf8"))
  const reportOn = async (day: string, ...more: readonly string[]) => {
    const { code, said } = await heard(() => askOn(day, own, "report", "--out", folder, ...more))
    return { code, text: said.join("\n") }
  }

  test("has the same bytes each time, until the stores move on; the next report says what changed", async () => {
    const evidence = await openedEvidence(evidenceSource(own))
    await Effect.runPromise(evidence.keepMember(memberOf("dpo")))
    await reportOn("2027-02-01")
    const first = bytes()
    const { ledger } = JSON.parse(first[0] ?? "")
    expect(JSON.parse(first[0] ?? "").changed).toEqual({ compared: false, because: "no earlier report is recorded" })
    const again = ["--as-of", ledger.head, "--on", "2027-02-01"]
    await reportOn("2027-03-09", ...again)
    expect(bytes()).toEqual(first)

    await reportOn("2027-02-03")
    const second = JSON.parse(readFileSync(join(folder, "report.json"), "utf8"))
    expect(second.changed).toEqual({
      compared: true,
      since: "2027-02-01",
      changes: [{ direction: "same", what: "rules, findings, attestations, DPIA and code" }],
    })
    const kept = readdirSync(join(folder, "earlier")).map((name) => join(folder, "earlier", name))
    const { said } = await heard(() => ask(own, "report", "diff", kept[0] ?? "", "--out", folder))
    expect(said.join("\n")).toContain("Same: rules, findings")

    expect(await reportOn("2027-03-09", "--as-of", "0".repeat(63).concat("1"), "--on", "2027-02-01")).toEqual({
      code: 2,
      text: expect.stringContaining("has no head"),
    })
    expect(await reportOn("2027-03-09", "--as-of", ledger.head)).toMatchObject({ code: 2 })
    await Effect.runPromise(evidence.keepMember(memberOf("evidence-team")))
    expect(await reportOn("2027-03-09", ...again)).toEqual({
      code: 1,
      text: expect.stringContaining("The stores have moved on"),
    })
  })

  test("an edited earlier report, or one that is gone, is not compared with", () => {
    const records = (report: string) => ({
      records: seen([
        Effect.runSync(decided({ kind: "report-made", body: { report, length: 1, head: report, on: "2027-02-01" } })),
      ]),
    })
    const [first = ""] = readdirSync(join(folder, "earlier"))
    const digest = first.replace(".json", "")
    expect(earlierReport(folder, records(digest))).toMatchObject({ madeOn: expect.stringMatching(/^2027/) })
    writeFileSync(join(folder, "earlier", first), "{}")
    expect(earlierReport(folder, records(digest))).toEqual({ because: expect.stringContaining("was edited since") })
    rmSync(join(folder, "earlier", first))
    expect(earlierReport(folder, records(digest))).toEqual({ because: expect.stringContaining("is not in the folder") })
  })
})
