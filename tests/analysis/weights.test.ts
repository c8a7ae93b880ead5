/** `ask -- weights` imports a population and weights the responses to it; what cannot be weighted is refused by name. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { gzipSync } from "node:zlib"
import { Effect } from "effect"
import { beforeAll, describe, expect, test } from "vitest"
import { today } from "../../policy/civil-day.ts"
import { readPopulationFile } from "../../src/analysis/population/read-population.ts"
import { ageGroups } from "../../src/analysis/weights/age-groups.ts"
import { evidenceSource, type StorageSettings } from "../../src/deployment/storage.ts"
import {
  placedRows,
  placedStore,
  populationByDecile,
  populationByGroup,
  populationByRegion,
} from "../support/analysis/placed-answers.ts"
import { ask } from "../support/ask.ts"
import { heard } from "../support/command-output.ts"
import { openedEvidence } from "../support/evidence.ts"
import { memberOf } from "../support/policy/team.ts"

const run = Effect.runPromise
const filled = placedStore(placedRows(900, 5))
const withoutNorthWest = placedStore(
  placedRows(300, 5).map((row) => (row.region === "E12000002" ? { ...row, region: "E12000008" } : row)),
)
const live = placedStore(placedRows(300, 6), "live")
const refusedText = (name: string, text: string | Uint8Array) =>
  run(Effect.flip(readPopulationFile(name, typeof text === "string" ? Buffer.from(text) : text))).then(
    ({ message }) => message,
  )

describe("a population file", () => {
  test("is read by region, by decile and by ethnic group, packed or not; England as a whole is left out", async () => {
    const byRegion = await run(readPopulationFile("r.csv", Buffer.from(populationByRegion())))
    expect(byRegion.breakdown).toBe("region")
    expect(byRegion.counts).toHaveLength(9 * 2 * 14)
    expect(byRegion.counts[0]).toEqual({ group: "E12000001", sex: "girl", age: 4, population: 9360 })
    const byDecile = await run(readPopulationFile("d.csv.gz", gzipSync(populationByDecile())))
    expect([byDecile.breakdown, byDecile.counts.length]).toEqual(["deprivation", 10 * 2 * 14])
    const byGroup = await run(readPopulationFile("e.csv", Buffer.from(populationByGroup())))
    expect(byGroup.counts[0]).toEqual({ group: "asian", sex: "all", age: 4, population: 2000 })
  })

  test("of local authorities is added up to regions", async () => {
    const [heading = "", ...lines] = populationByRegion().split("\n")
    const places = ["E06000001", "E06000002"]
    const text = [
      heading.replace("areacd,areanm", "lad21cd,rgn21cd"),
      ...lines
        .filter((line) => line.startsWith("E12"))
        .flatMap((line) => places.map((place) => line.replace(/^(\w+),\w+/, `${place},$1`))),
    ].join("\n")
    const { counts } = await run(readPopulationFile("l.csv", Buffer.from(text)))
    expect(counts).toHaveLength(9 * 2 * 14)
    expect(counts[0]?.population).toBe(2 * 9360)
  })

  test.each([
    [
      "a missing age",
      (text: string) => text.replace(/^E12000003.*,F,9,.*\n/m, ""),
      "r.csv has no row for age 9, girls, region E12000003. Nothing was imported.",
    ],
    [
      "a missing region",
      (text: string) => text.replaceAll(/^E12000009.*\n/gm, ""),
      "has no row for age 4, girls, region E12000009",
    ],
    ["a row twice", (text: string) => `${text}\nE12000001,E12000001,F,9,1`, "repeats the same group, sex and age"],
    ["a decimal point", (text: string) => text.replace(",9360", ",93.6"), "has a population that is no whole number"],
    [
      "no ages",
      (text: string) => text.replaceAll(/,\d+(,\d+)$/gm, "$1").replace(",age", ""),
      "has no column of single years of age",
    ],
    ["no population", (text: string) => text.replace("population", "people"), "has no column of the population"],
    ["another heading", (text: string) => text.replace("areacd", "place"), "has no column of regions"],
    ["a third sex", (text: string) => text.replace(",F,4,", ",X,4,"), "neither female nor male"],
    [
      "an unknown region",
      (text: string) => text.replace("E12000001,", "E13000001,"),
      "has no group of region that is known: E13000001",
    ],
    ["an open quote", (text: string) => text.replace("E12000001,", '"E12000001,'), "never closed"],
    ["nothing", () => "", "is empty"],
  ])("with %s is refused", async (_, change, why) => {
    expect(await refusedText("r.csv", change(populationByRegion()))).toContain(why)
  })

  test("in another encoding, or packed by half, is refused", async () => {
    expect(await refusedText("r.csv", Buffer.from("areacd,caf\xe9", "latin1"))).toContain("is not UTF-8")
    expect(await refusedText("r.csv.gz", gzipSync("areacd").subarray(0, 12))).toContain("cannot be unpacked")
  })
})

describe("ages with few responses", () => {
  const counts = (girls: readonly number[]) => (age: number) => {
    const girl = girls[age - 6] ?? 40
    return { girl, boy: 40, all: girl + 40 }
  }
  const grouped = (girls: readonly number[], ages = Array.from({ length: 12 }, (_, at) => 6 + at)) => {
    const groups = ageGroups(ages, 30, counts(girls))
    return groups._tag === "Success"
      ? groups.success.map(({ ages: all, bySex }) => `${all.join("+")}${bySex ? "" : " all"}`)
      : groups.failure.message
  }

  test("are joined to a neighbour of the same form, and then girls with boys", () => {
    expect(grouped([])).toEqual(["6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17"])
    expect(grouped([40, 40, 5]).slice(0, 3)).toEqual(["6", "7+8", "9"])
    expect(grouped([1, 1, 1]).slice(0, 2)).toEqual(["6+7+8 all", "9"])
  })

  test("are refused by name where nobody answered", () => {
    const none = ageGroups([4, 5, 6], 30, () => ({ girl: 0, boy: 0, all: 0 }))
    expect(none._tag === "Failure" && none.failure.message).toContain("No child answered who is aged 4 to 5")
  })
})

describe("ask -- weights", () => {
  let storage: StorageSettings
  let northless: StorageSettings
  const asked = async (...args: readonly string[]) => {
    const { code, said } = await heard(() => ask(storage, "weights", ...args))
    return { code, text: said.join("\n") }
  }
  const file = (name: string, text: string): string => {
    const path = join(storage.dataDir, name)
    writeFileSync(path, text)
    return path
  }

  beforeAll(async () => {
    storage = await filled
    northless = await withoutNorthWest
    const files = [file("r.csv", populationByRegion()), file("d.csv", populationByDecile())]
    const { code, text } = await asked("import", "--population", "mid-2020", ...files)
    expect([code, text]).toEqual([
      0,
      expect.stringMatching(/^Imported: mid-2020, imported on .*: by region \([0-9a-f]{8}\), by deprivation/),
    ])
  })

  test("makes a weight whose margins are those of the population, and says what it did and left out", async () => {
    const { code, text } = await asked("make", "main", "--population", "mid-2020", "--least", "5", "--trim", "20")
    expect([code, text]).toEqual([
      0,
      expect.stringContaining(
        "Of children who chose to answer, weighted to age and sex, 9 regions and fifths of deprivation of the children of England aged 4 to 17 (mid-2020).",
      ),
    ])
    expect(text).toMatch(/Effective number of children: \d+\. Design effect of the weights: [1-9]\.\d{3}\./)
    expect(text).toMatch(/Converged after \d+ rounds\. Weights above 20 times the mean were cut: 0 children/)
    expect(text).toMatch(/Furthest from the population after that: age 0\.0.* %, sex within age 0\.0/)
    expect(text).toContain("Left out: ethnic group (no source in mid-2020)")
    expect(text).toContain("It cannot cover who chose to answer")
    const shown = await asked("show", "main")
    expect(shown.text).toBe(text)
    expect((await asked("list")).text).toBe("main")
    const out = join(storage.dataDir, "codebook")
    expect((await heard(() => ask(storage, "codebook", "--out", out))).code).toBe(0)
    expect(readFileSync(join(out, "codebook.csv"), "utf8")).toMatch(
      /^weight_main,weight main,.*weighted to age and sex/m,
    )
    expect(readFileSync(join(out, "codebook.xml"), "utf8")).toContain('name="weight_main" intrvl="contin" wgt="wgt"')
    expect(readFileSync(join(out, "codebook.html"), "utf8")).toContain('<h3 id="weight_main">')
    const evidence = await openedEvidence(evidenceSource(storage))
    expect(await run(evidence.bodiesOf("weight-made"))).toHaveLength(1)
    expect((await run(evidence.bodiesOf("responses-read"))).length).toBeGreaterThan(0)
  })

  test("cuts large weights, and then says how far the margins are off", async () => {
    const { text } = await asked("make", "cut", "--population", "mid-2020", "--trim", "2")
    expect(text).toMatch(/Weights above 2 times the mean were cut: [1-9]\d* children/)
    expect(text).toMatch(/Furthest from the population after that: .*[1-9]\.\d %/)
  })

  test("a weight that was changed, or that there is not, is not used", async () => {
    await asked("make", "later", "--population", "mid-2020")
    const path = join(storage.dataDir, "weights", "later.json")
    writeFileSync(path, readFileSync(path, "utf8").replace(/"cut":\d+/, '"cut":123'))
    expect((await asked("show", "later")).text).toContain("The ledger does not record the weight later as it is now.")
    writeFileSync(path, "{}")
    expect((await asked("show", "later")).text).toContain("The file of the weight later is damaged.")
    expect(await asked("show", "other")).toEqual({
      code: 1,
      text: expect.stringContaining("There is no weight other."),
    })
  })

  test("what cannot be weighted is refused by name, and no file is written", async () => {
    await asked("make", "taken", "--population", "mid-2020")
    const before = readdirSync(join(storage.dataDir, "weights"))
    const to = ["--population", "mid-2020"]
    const refused: readonly (readonly [number, string, ...string[]])[] = [
      [2, "The population mid-2019 is not imported", "make", "a", "--population", "mid-2019"],
      [2, "There is a weight taken", "make", "taken", ...to],
      [1, "The population mid-2020 has no file by ethnicity.", "make", "a", ...to, "--margins", "age-sex,ethnicity"],
      [1, "read-responses is not granted (not-on-the-list)", "make", "a", ...to, "--by", "0123456789abcdef"],
      [2, "--margins takes some of these", "make", "a", ...to, "--margins", "age,gender"],
      [2, "--ages takes a first and a last age", "make", "a", ...to, "--ages", "5-17"],
      [2, "--trim takes a whole number of at least 2", "make", "a", ...to, "--trim", "1"],
      [2, "NAME takes a name of at most 20", "make", "A b", ...to],
      [2, "The population mid-2020 is imported already", "import", ...to, file("g.csv", populationByGroup())],
      [
        2,
        "Two of the files are by region",
        "import",
        "--population",
        "mid-2021",
        file("r1.csv", populationByRegion()),
        file("r2.csv", populationByRegion()),
      ],
      [
        2,
        "r3.csv has no row for age 17",
        "import",
        "--population",
        "mid-2021",
        file("r3.csv", populationByRegion().replaceAll(/^.*,17,\d+$\n?/gm, "")),
      ],
      [2, "is no file of a population", "import", "--population", "mid-2021", "/nowhere.csv"],
      [2, "The flag --population is missing", "import", file("r4.csv", populationByRegion())],
    ]
    for (const [code, why, ...args] of refused)
      expect(await asked(...args), args.join(" ")).toEqual({ code, text: expect.stringContaining(why) })
    expect(readdirSync(join(storage.dataDir, "weights"))).toEqual(before)
    expect((await asked("population")).text).not.toContain("mid-2021")
  })

  test("a region that no response has is named, and no weight is made", async () => {
    storage = northless
    await asked(
      "import",
      "--population",
      "mid-2020",
      file("r.csv", populationByRegion()),
      file("d.csv", populationByDecile()),
    )
    expect(await asked("make", "a", "--population", "mid-2020")).toEqual({
      code: 1,
      text: expect.stringContaining("No response is in the region North West, which the population has."),
    })
    expect(existsSync(join(storage.dataDir, "weights"))).toBe(false)
    expect((await asked("make", "b", "--population", "mid-2020", "--margins", "age-sex,deprivation")).code).toBe(0)
  })
})

test("live responses are weighted for a named member alone", { tags: ["evidence-team-only"] }, async () => {
  const storage = await live
  const path = join(storage.dataDir, "r.csv")
  writeFileSync(path, populationByRegion())
  const asked = async (...args: readonly string[]) => {
    const { code, said } = await heard(() => ask(storage, "weights", ...args))
    return { code, text: said.join("\n") }
  }
  await asked("import", "--population", "mid-2020", path)
  const make = ["make", "a", "--population", "mid-2020", "--margins", "age-sex,region"]
  expect(await asked(...make)).toEqual({ code: 2, text: expect.stringContaining("add --by ID") })
  const evidence = await openedEvidence(evidenceSource(storage), { mode: "live" })
  const member = memberOf("evidence-team", { trainedOn: await run(today) })
  await run(evidence.keepMember(member))
  expect((await asked(...make, "--by", member.person)).code).toBe(0)
})
