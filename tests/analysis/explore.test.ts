/** `ask -- explore` counts what the answers are, weighted as R `survey` weights, and records each look before it is shown. */
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { parse } from "csv-parse/sync"
import { Effect } from "effect"
import { beforeAll, describe, expect, test } from "vitest"
import { dayOf } from "../../db/keys/civil-day.ts"
import { today } from "../../policy/civil-day.ts"
import { digestOf } from "../../policy/record/digest.ts"
import { evidenceSource, type StorageSettings } from "../../src/deployment/storage.ts"
import { placedRows, placedStore, populationByDecile, populationByRegion } from "../support/analysis/placed-answers.ts"
import { hasR, runR } from "../support/analysis/r.ts"
import { ask } from "../support/ask.ts"
import { heard } from "../support/command-output.ts"
import { openedEvidence } from "../support/evidence.ts"
import { memberOf } from "../support/policy/team.ts"

const run = Effect.runPromise
const rows = placedRows(600, 7)
const filled = placedStore(rows)
const liveStore = placedStore(placedRows(60, 8), "live")
let storage: StorageSettings
const asked = async (...args: readonly string[]) => {
  const { code, said } = await heard(() => ask(storage, ...args))
  return { code, text: said.join("\n") }
}
const explored = (rowsNamed: string, ...more: readonly string[]) =>
  asked("explore", "--rows", rowsNamed, "--purpose", "Happiness by age", ...more)

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
})

/** The answer of each child to a question that is one choice. */
const answersTo = (question: string): readonly (string | undefined)[] =>
  rows.map(({ answers }) => JSON.parse(answers)[question])

describe("counts", () => {
  test("frequencies are those of the answers, on the base that is asked for", async () => {
    const genders = answersTo("gender")
    const count = (key: string) => genders.filter((each) => each === key).length
    const answered = ["girl", "boy", "another"].map(count)
    const base = answered.reduce((sum, each) => sum + each, 0)
    const { code, text } = await explored("gender")
    expect(code).toBe(0)
    expect(text).toContain(`Base: ${base} children who answered.`)
    expect(text).toMatch(
      new RegExp(`Girl or young woman +${count("girl")}  ${((100 * count("girl")) / base).toFixed(1)} % \\(`),
    )
    expect(text).not.toContain("I don't want to say")
    expect(text).toContain("Of children who chose to answer, not weighted.")
    expect(text).toContain("It cannot cover who chose to answer")
    const all = await explored("gender", "--base", "asked")
    const everyone =
      base + ["not-answered", "prefer-not-to-say", "dont-know"].map(count).reduce((sum, each) => sum + each, 0)
    expect(all.text).toContain(`Base: ${everyone} children who were asked.`)
    expect(all.text).toMatch(new RegExp(`I don't want to say +${count("prefer-not-to-say")}  `))
    expect(all.text).not.toContain("Not on this form")
  })

  test("a cross-tabulation has columns or rows of a hundred per cent, a test, and many tests are corrected", async () => {
    const { text } = await explored("gender,hopes_job", "--columns", "age_band")
    expect(text).toMatch(/Gender, by Age band\nResponses, percentage of each column/)
    expect(
      text.match(
        /Rao-Scott test: F = \d+\.\d{3} on \d\.\d\d and [\d,]+ degrees of freedom, p = 0\.\d{4}, [01]\.\d{4} corrected for 2 comparisons \(Holm\)\./g,
      ),
    ).toHaveLength(2)
    const byRow = await explored("gender", "--columns", "age_band", "--percent", "rows")
    const line = byRow.text.split("\n").find((each) => each.startsWith("Girl")) ?? ""
    const shares = [...line.matchAll(/ (\d+\.\d) % \(/g)].map(([, share]) => Number(share))
    expect(shares.reduce((sum, each) => sum + each, 0)).toBeCloseTo(100, 0)
    expect(text).toContain("ask -- table --rows gender --columns age-band --propose --by ID")
    expect((await explored("has_support")).text).toContain("has_support is derived, and no table can be released of it")
  })

  test("of some forms alone", async () => {
    const { text } = await explored("age", "--forms", "13-17")
    const found = rows.filter(({ form, answers }) => form === "13-17" && /"age":"\d+"/.test(answers)).length
    expect(text).toContain(`Base: ${found} children`)
  })
})

test.runIf(hasR("survey"))(
  "a weighted percentage, its interval and its test are R's, from a working copy of the same answers",
  async () => {
    const { text } = await explored("gender", "--columns", "age_band", "--weight", "main")
    expect(text).toContain(
      "Of children who chose to answer, weighted to age and sex, 9 regions and fifths of deprivation",
    )
    const out = join(storage.dataDir, "copy")
    const until = dayOf(Date.now() + 86_400_000)
    await asked(
      ...[
        "working-copy",
        "make",
        "--purpose",
        "Compared with R",
        "--variables",
        "gender,age_band,weight_main",
        "--until",
        until,
      ],
      ...["--format", "csv", "--out", out],
    )
    const lines: readonly Readonly<Record<string, string>>[] = parse(readFileSync(join(out, "answers.csv"), "utf8"), {
      columns: true,
    })
    expect(lines).toHaveLength(600)
    const [shares = []] =
      runR(`x <- read.csv("${out}/answers.csv"); x <- x[!is.na(x$weight_main) & x$gender < 93 & x$age_band < 93, ]
p <- tapply(x$weight_main * (x$gender == 1), x$age_band, sum) / tapply(x$weight_main, x$age_band, sum)
cat(format(100 * p, digits = 17), "\\n")`)
    const line = text.split("\n").find((each) => each.startsWith("Girl")) ?? ""
    expect([...line.matchAll(/ (\d+\.\d) % \(/g)].map(([, share]) => share)).toEqual(
      shares.map((each) => each.toFixed(1)),
    )
  },
)

describe("the ledger", () => {
  test("has each look with its purpose before it is shown, and lists it", {
    tags: ["evidence-team-only"],
  }, async () => {
    const evidence = await openedEvidence(evidenceSource(storage))
    const before = await run(evidence.bodiesOf("answers-explored"))
    await explored("age")
    const after = await run(evidence.bodiesOf("answers-explored"))
    expect(after.length).toBe(before.length + 1)
    expect(after.at(-1)).toMatchObject({ reason: digestOf("Happiness by age"), on: await run(today) })
    const { text } = await asked("explore", "list")
    expect(text.split("\n").at(-1)).toMatch(/^\d{4}-\d\d-\d\d {2}0{16} {2}age {2}Happiness by age$/)
  })

  test("live answers are explored by a named member with clearance alone", {
    tags: ["evidence-team-only"],
  }, async () => {
    const live = await liveStore
    const look = async (...more: readonly string[]) => {
      const { code, said } = await heard(() => ask(live, "explore", "--rows", "age", "--purpose", "Ages", ...more))
      return { code, text: said.join("\n") }
    }
    expect(await look()).toEqual({ code: 2, text: expect.stringContaining("add --by ID") })
    const evidence = await openedEvidence(evidenceSource(live), { mode: "live" })
    const on = await run(today)
    const member = memberOf("evidence-team", { trainedOn: on })
    await run(evidence.keepMember({ ...member, clearance: { level: "baseline-standard", until: member.until } }))
    expect((await look("--by", member.person)).text).toContain("clearance-too-low")
    expect(await run(evidence.bodiesOf("answers-explored"))).toEqual([])
    await run(evidence.keepMember(member))
    expect((await look("--by", member.person)).code).toBe(0)
  })
})

test("what cannot be explored is refused by name, and no look is recorded", async () => {
  const evidence = await openedEvidence(evidenceSource(storage))
  const before = await run(evidence.bodiesOf("answers-explored"))
  const refused: readonly (readonly [number, string, string, ...string[]])[] = [
    [1, "There is no variable gendr. Near it: gender.", "gendr"],
    [1, "better_life_13_17 is a variable of another form", "better_life_13_17", "--forms", "4-5"],
    [1, "local_authority is finer than a region", "local_authority"],
    [1, "There is no weight other.", "age", "--weight", "other"],
    [
      1,
      "No child is in the base of likes_at_home_toys and better_life_13_17",
      "likes_at_home_toys",
      "--columns",
      "better_life_13_17",
    ],
    [2, "--purpose takes a reason in words", "age", "--purpose", "—"],
    [2, "--base takes", "age", "--base", "everyone"],
  ]
  for (const [code, why, named, ...more] of refused) {
    const isPurpose = more[0] === "--purpose"
    const found = isPurpose ? await asked("explore", "--rows", named, ...more) : await explored(named, ...more)
    expect(found, named).toEqual({ code, text: expect.stringContaining(why) })
  }
  expect(await run(evidence.bodiesOf("answers-explored"))).toEqual(before)
})
