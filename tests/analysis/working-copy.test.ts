/** `ask -- working-copy` writes labelled files that R, Stata's readers and SPSS's read back equal; each has an owner, an end and a certificate. */
import { spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { parse } from "csv-parse/sync"
import { Effect, Result, Stream } from "effect"
import { beforeAll, describe, expect, test } from "vitest"
import { eraseDays } from "../../db/custody/erase-days.ts"
import { dayOf } from "../../db/keys/civil-day.ts"
import { type Day, today } from "../../policy/civil-day.ts"
import { seen } from "../../policy/facts/fact.ts"
import { readDecisionRecord } from "../../policy/record/decision-record.ts"
import { retentionReviewedAfterTwoYears } from "../../policy/rules/retention-reviewed-after-two-years.ts"
import { custodyOf } from "../../src/deployment/custody.ts"
import { evidenceSource, type StorageSettings } from "../../src/deployment/storage.ts"
import { codebook } from "../../surveys/codebook/codebook.ts"
import {
  day,
  placedRows,
  placedStore,
  populationByDecile,
  populationByRegion,
} from "../support/analysis/placed-answers.ts"
import { hasR, runR } from "../support/analysis/r.ts"
import { hasPspp, hasPython, runPython } from "../support/analysis/read-back.ts"
import { ask, askOn } from "../support/ask.ts"
import { heard } from "../support/command-output.ts"
import { openedEvidence } from "../support/evidence.ts"
import { factsWith } from "../support/policy/facts.ts"
import { day as civil, memberOf, personOf } from "../support/policy/team.ts"

const run = Effect.runPromise
const rows = placedRows(400, 5)
const filled = placedStore(rows)
let storage: StorageSettings
const asked = async (...args: readonly string[]) => {
  const { code, said } = await heard(() => ask(storage, ...args))
  return { code, text: said.join("\n") }
}
const until = dayOf(Date.now() + 30 * 86_400_000)
const out = (name: string): string => join(storage.dataDir, "..", `${storage.dataDir.split("/").at(-1)}-${name}`)
const make = (name: string, format: string, variables: string, ...more: readonly string[]) =>
  asked(
    ...["working-copy", "make", "--purpose", "Happiness by age", "--variables", variables, "--until", until],
    ...["--format", format, "--out", out(name)],
    ...more,
  )

const names = "form,age,gender,life_now_family_3,better_life_13_17,hopes_job,hopes_money,region,weight_main"
let lines: readonly Readonly<Record<string, string>>[]

beforeAll(async () => {
  storage = await filled
  writeFileSync(join(storage.dataDir, "r.csv"), populationByRegion())
  writeFileSync(join(storage.dataDir, "d.csv"), populationByDecile())
  await asked(
    "weights",
    "import",
    "--population",
    "mid-2020",
    join(storage.dataDir, "r.csv"),
    join(storage.dataDir, "d.csv"),
  )
  await asked("weights", "make", "main", "--population", "mid-2020")
  const made = await make("csv", "csv", names)
  expect(made).toEqual({
    code: 0,
    text: expect.stringMatching(/^Working copy [0-9a-f]{8} is in .*: 400 responses, 9 variables\. Delete it by/),
  })
  lines = parse(readFileSync(join(out("csv"), "answers.csv"), "utf8"), { columns: true })
})

const copiesMade = async () => run((await openedEvidence(evidenceSource(storage))).bodiesOf("working-copy-made"))

const countsOf = (values: readonly string[]): Readonly<Record<string, number>> =>
  Object.fromEntries([...Map.groupBy(values, (each) => each)].map(([each, all]) => [each, all.length]))

describe("a copy as CSV", () => {
  test("has a line for each child with the codes of the codebook, and the codebook of its variables", () => {
    expect(readdirSync(out("csv")).toSorted()).toEqual([
      "answers.csv",
      "codebook.csv",
      "codebook.html",
      "codebook.xml",
      "working-copy.json",
    ])
    expect(lines).toHaveLength(400)
    expect(Object.keys(lines[0] ?? {}).join()).toBe(names)
    const form = codebook.find(({ name }) => name === "form")
    const counts = countsOf(lines.map((line) => line["form"] ?? ""))
    for (const { key, code } of form?.values ?? [])
      expect(counts[code] ?? 0).toBe(rows.filter((row) => row.form === key).length)
    expect(counts["1"]).toBeGreaterThan(0)
    // The form for 4 and 5 does not ask, and a blank is another code.
    for (const line of lines) expect(line["age"] === "94").toBe(line["form"] === "1")
    expect(lines.some((line) => line["gender"] === "98")).toBe(true)
    expect(Number(lines.find((line) => line["age"] === "3")?.["weight_main"])).toBeGreaterThan(0)
  })

  test("holds the chosen forms alone, and has no free text, school or council unless the purpose says why", async () => {
    expect((await make("9-12", "csv", "age,hopes_job", "--forms", "9-12")).code).toBe(0)
    const some = readFileSync(join(out("9-12"), "answers.csv"), "utf8")
      .trim()
      .split("\r\n")
    expect(some.length - 1).toBe(rows.filter(({ form }) => form === "9-12").length)
    expect((await make("all", "csv", "all")).code).toBe(0)
    const [heading = ""] = readFileSync(join(out("all"), "answers.csv"), "utf8").split("\r\n")
    expect(heading.split(",").length).toBeGreaterThan(170)
    expect(heading).not.toMatch(/\b(?:school|local_council|local_authority)\b/)
    expect((await make("school", "csv", "age,school", "--places", "Schools that took part")).code).toBe(0)
    expect(readFileSync(join(out("school"), "working-copy.json"), "utf8")).toContain("Schools that took part")
  })
})

describe("read back", () => {
  beforeAll(async () => {
    for (const format of ["sav", "dta", "parquet"]) expect((await make(format, format, names)).code).toBe(0)
  })

  const wanted = (name: string): readonly (readonly [number, number])[] =>
    Object.entries(countsOf(lines.map((line) => line[name] ?? "")))
      .map(([code, count]) => [Number(code), count] as const)
      .toSorted(([one], [other]) => one - other)

  test.runIf(hasR("haven"))("R has the counts, labels and missing codes of SPSS and Stata, and the weight", () => {
    const [sav = [], tags = [], plain = [], savWeight = [], dtaWeight = [], labelled = []] =
      runR(`suppressMessages(library(haven))
line <- function(x) cat(format(as.numeric(x), digits = 17, trim = TRUE), "\\n", sep = " ")
s <- read_sav("${out("sav")}/answers.sav", user_na = TRUE); d <- read_dta("${out("dta")}/answers.dta")
t <- table(unclass(s$gender)); line(c(rbind(as.numeric(names(t)), t)))
t <- table(na_tag(d$gender)); line(c(rbind(93 + match(names(t), letters) - 1, t)))
t <- table(unclass(d$gender)); line(c(rbind(as.numeric(names(t)), t)))
line(c(sum(s$weight_main, na.rm = TRUE), sum(is.na(s$weight_main)))); line(c(sum(d$weight_main, na.rm = TRUE), sum(is.na(d$weight_main))))
line(c(attr(s$gender, "labels")[["Girl or young woman"]] == attr(d$gender, "labels")[["Girl or young woman"]], attr(s$gender, "na_range") == c(93, 99),
  attr(s$gender, "label") == attr(d$gender, "label"), sum(is.na(as_factor(d$gender, levels = "labels"))) >= 0, nrow(s), nrow(d)))`)
    expect(sav).toEqual(wanted("gender").flat())
    expect([...plain, ...tags]).toEqual(wanted("gender").flat())
    const weights = lines.map((line) => line["weight_main"] ?? "")
    const sum = weights.reduce((all, each) => all + Number(each), 0)
    for (const read of [savWeight, dtaWeight]) {
      expect(read[0]).toBeCloseTo(sum, 8)
      expect(read[1]).toBe(weights.filter((each) => each === "").length)
    }
    expect(labelled).toEqual([1, 1, 1, 1, 1, 400, 400])
  })

  test.runIf(hasPython("duckdb"))("DuckDB has the labels, counts and weights of Parquet, and its codebook", () => {
    const file = `${out("parquet")}/answers.parquet`
    const read = runPython(`import duckdb, json
rows = duckdb.sql("select gender, count(*) from '${file}' group by 1").fetchall()
weights = duckdb.sql("select sum(weight_main), count(*) - count(weight_main), typeof(any_value(weight_main)) from '${file}'").fetchall()[0]
kv = duckdb.sql("select decode(value) from parquet_kv_metadata('${file}') where decode(key) = 'codebook'").fetchall()[0][0]
print(json.dumps({"rows": dict(rows), "weights": weights, "codebook": json.loads(kv)["gender"]["values"]}))`)
    const values = codebook.find(({ name }) => name === "gender")?.values ?? []
    const labelOf = new Map(values.map(({ code, words }) => [code, words]))
    const weights = lines.map((line) => line["weight_main"] ?? "")
    const sum = weights.reduce((all, each) => all + Number(each), 0)
    expect(read).toMatchObject({
      rows: Object.fromEntries(wanted("gender").map(([code, count]) => [labelOf.get(code), count])),
      weights: [expect.closeTo(sum, 8), weights.filter((each) => each === "").length, "DOUBLE"],
      codebook: values.map(({ words, missing }) => (missing === undefined ? { words } : { words, missing })),
    })
  })

  test.runIf(hasPspp())("PSPP has the labels, the missing values and the set of choices", () => {
    const syntax = `GET FILE="${out("sav")}/answers.sav".\nFREQUENCIES gender hopes_job.\nDISPLAY DICTIONARY /VARIABLES=gender.\nMRSETS /DISPLAY NAME=ALL.\n`
    writeFileSync(join(out("sav"), "read.sps"), syntax)
    const { stdout, stderr } = spawnSync("pspp", ["-o", "-", join(out("sav"), "read.sps")], { encoding: "utf8" })
    expect(stderr + stdout).not.toMatch(/error|warning/)
    for (const [code, count] of wanted("gender")) {
      const label =
        codebook.find(({ name }) => name === "gender")?.values.find((each) => each.code === code)?.words ?? ""
      // PSPP breaks a long label into lines.
      expect(stdout).toMatch(new RegExp(`${label.slice(0, 15).replace("'", ".")}[^\\n]*\\b${count}\\b`))
    }
    expect(stdout).toContain("$hopes")
    expect(stdout).toMatch(/Missing Not on this form/)
  })
})

describe("custody", () => {
  test("a copy is listed, becomes overdue in status, blocks destruction, and ends with another person's certificate", {
    tags: ["retention-reviewed-after-two-years"],
  }, async () => {
    const evidence = await openedEvidence(evidenceSource(storage))
    const on = await run(today)
    const [owner, supervisor] = [personOf("evidence-team"), personOf("director-of-evidence")]
    for (const role of ["evidence-team", "director-of-evidence"] as const)
      await run(evidence.keepMember(memberOf(role, { trainedOn: on })))
    const made = await make("owned", "csv", "age", "--by", owner)
    const [, id = ""] = /^Working copy ([0-9a-f]{8})/.exec(made.text) ?? []
    const card = JSON.parse(readFileSync(join(out("owned"), "working-copy.json"), "utf8"))
    expect(card).toMatchObject({
      person: owner,
      purpose: "Happiness by age",
      variables: ["age"],
      expiresOn: until,
      responses: 400,
    })
    expect(card.digest).toBe(
      createHash("sha256")
        .update(readFileSync(join(out("owned"), "answers.csv")))
        .digest("hex"),
    )
    expect((await asked("working-copy", "list")).text).toContain(
      `${id}  ${on}  until ${until}  ${owner}  csv  1 variables  Happiness by age`,
    )
    const later = dayOf(Date.now() + 40 * 86_400_000)
    const then = async (...args: readonly string[]) =>
      (await heard(() => askOn(later, storage, ...args))).said.join("\n")
    expect(await then("working-copy", "list")).toContain(`OVERDUE since ${until}`)
    expect(await then("status")).toContain(`Working copy ${id} should have been deleted by ${until}.`)

    const erased = Effect.scoped(eraseDays(custodyOf(storage, evidence), [civil(day)]))
    const refusal = await run(Effect.flip(erased))
    expect(refusal.message).toMatch(
      new RegExp(`^Working copies of answers still exist: .*${id}.*Nothing was destroyed`),
    )
    expect(await run(evidence.answers.left([civil(day)]))).toBe(400)
    const records = await run(Stream.runCollect(evidence.ledger))
    const known = [...records].map(({ kind, body }) =>
      Result.getOrThrow(readDecisionRecord({ kind, body: JSON.parse(body) })),
    )
    const reported = (now: Day) =>
      JSON.stringify(
        retentionReviewedAfterTwoYears.audit({
          ...factsWith({ retentions: seen([]) }),
          records: seen(known),
          today: seen(now),
        }),
      )
    expect(reported(civil(later))).toContain(`Working copy ${id} should have been deleted by ${until}`)
    expect(reported(on)).not.toContain("Working copy")

    const attestation = join(storage.dataDir, "attestation.txt")
    writeFileSync(attestation, "Deleted.")
    const certify = (by: string, which = id, deleted: string = on) =>
      asked("working-copy", "certify", which, "--by", by, "--attestation", attestation, "--deleted", deleted)
    expect((await certify(owner)).text).toContain("not-for-this-role")
    // Also where the owner has become a supervisor.
    await run(evidence.keepMember({ ...memberOf("head-of-data-science", { trainedOn: on }), person: owner }))
    expect((await certify(owner)).text).toContain("let another person than the owner certify the deletion")
    expect((await certify(supervisor, id, dayOf(Date.now() + 86_400_000))).text).toContain("give a day of deletion")
    expect((await certify(supervisor)).code).toBe(0)
    expect((await certify(supervisor)).text).toContain("waits for its certificate")
    expect((await asked("working-copy", "list")).text).toContain(`${id}  ${on}  deleted on ${on}, certified`)
  })

  test("what may not be copied is refused by name, and nothing is written", async () => {
    const before = await copiesMade()
    const refused: readonly (readonly [number, string, ...string[]])[] = [
      [1, "There is no variable gendr. Near it: gender.", "csv", "age,gendr"],
      [1, "age is named twice", "csv", "age,age"],
      [1, "local_authority is finer than a region", "csv", "local_authority"],
      [
        1,
        "better_life_13_17 is a variable of another form: 6-8 do not ask it.",
        "csv",
        "better_life_13_17",
        "--forms",
        "6-8",
      ],
      [1, "leave school out of the copy, or say why the purpose needs it", "csv", "school"],
      [1, "There is no weight other.", "csv", "age,weight_other"],
      [1, "let the copy end within 90 days", "csv", "age", "--until", dayOf(Date.now() + 91 * 86_400_000)],
      [1, "let the copy end within 90 days", "csv", "age", "--until", dayOf(Date.now() - 86_400_000)],
      [1, "read-responses is not granted (not-on-the-list)", "csv", "age", "--by", "0123456789abcdef"],
      [2, "--purpose takes a reason in words", "csv", "age", "--purpose", "—"],
      [2, "--forms takes some of these", "csv", "age", "--forms", "5-6"],
      [2, "--format", "xlsx", "age"],
    ]
    for (const [code, why, format, variables, ...more] of refused) {
      const words = [
        "working-copy",
        "make",
        "--purpose",
        "Happiness",
        "--variables",
        variables ?? "",
        "--until",
        until,
        "--format",
        format ?? "",
        "--out",
        out("never"),
      ]
      const changed =
        more.length === 2 && words.includes(more[0] ?? "")
          ? words.map((word, at) => (words[at - 1] === more[0] ? (more[1] ?? "") : word))
          : [...words, ...more]
      expect(await asked(...changed), changed.join(" ")).toEqual({ code, text: expect.stringContaining(why) })
    }
    expect((await make("csv", "csv", "age")).text).toContain("exists: name a new folder with --out. No copy was made.")
    expect(existsSync(out("never"))).toBe(false)
    const after = await copiesMade()
    expect(after).toEqual(before)
    expect(day).toBe(rows[0]?.day)
  })
})
