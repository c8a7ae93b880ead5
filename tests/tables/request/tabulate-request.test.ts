/** A cut of the answers counts each child once in every cell that it is in, knows whom a cell holds, and is read in order. */
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { describe, expect, test } from "vitest"
import { total } from "../../../policy/disclosure/tables/dimension.ts"
import { cellId, namesOf } from "../../../policy/disclosure/tables/lattice.ts"
import { withdrawGeographyException } from "../../../policy/release/geography-exception.ts"
import { labelPlaces } from "../../../src/tables/request/place-labels.ts"
import {
  dimensionsOf,
  parseRequest,
  requestText,
  type TableOptions,
  type TableRequest,
} from "../../../src/tables/request/table-request.ts"
import { tabulateRequest, type UnprotectedTable } from "../../../src/tables/request/tabulate-request.ts"
import type { ResponseRecord, Variable } from "../../../surveys/variables/variable.ts"
import { variableNamed } from "../../../surveys/variables/variables.ts"
import { columnsOf, heldSamples } from "../../support/drawn-columns.ts"
import { staff, widening } from "../../support/policy/release.ts"
import { granted, midday } from "../../support/policy/team.ts"

const onDay = TestClock.setTime(midday("2021-06-01"))
const { exception, ended } = await Effect.runPromise(
  Effect.gen(function* () {
    yield* onDay
    const { state } = yield* widening()
    const leave = yield* granted("widen-geography", "director-of-evidence")
    return { exception: state, ended: (yield* withdrawGeographyException(leave, state)).state }
  }).pipe(Effect.provide([staff, TestClock.layer()])),
)

const samples = heldSamples(300, 21)
/** Large, so that their sums run over. */
const keys = samples.map((_, at) => BigInt.asUintN(64, BigInt(at + 1) * 0x9e37_79b9_7f4a_7c15n))
const columns = columnsOf(samples, keys)

const cut = (asked: TableOptions): TableRequest => Effect.runSync(parseRequest(asked))
const made = (asked: TableOptions, from = columns): UnprotectedTable =>
  Effect.runSync(tabulateRequest(cut(asked), from))
const refusal = (asked: TableOptions): string =>
  Effect.runSync(Effect.flip(Effect.flatMap(parseRequest(asked), (found) => tabulateRequest(found, columns)))).message

const wordsOf = ({ categories, categoryOf }: Variable, held: ResponseRecord): string => {
  const key = categoryOf(held)
  return categories.find((each) => each.key === key)?.words ?? `${key}`
}

const isIn = ({ filters }: TableRequest, held: ResponseRecord): boolean =>
  filters.every(({ variable, categories }) => categories.includes(variable.categoryOf(held) ?? ""))

const asked: readonly TableOptions[] = [
  { rows: "gender" },
  { rows: "age<age-band", columns: "gender" },
  { rows: "region<country", columns: "hopes.job,better-life@6-12" },
  { rows: "setting<setting-kind", columns: "support.teacher", filters: ["form=9-12,13-17", "flagged=no"] },
  { rows: "local-authority<region<country", columns: "gender", exception },
  { rows: "age-band", filters: ["local-authority=E09999904,dont-know,E09999901"], exception },
  { rows: "imd-decile<imd-quintile", columns: "life-now.family@6-12", filters: ["form-band=for-6-8"] },
]

describe.each(asked)("$rows by $columns, only $filters", (each) => {
  const order = cut(each)
  const table = made(each)
  const { lattice, counts } = table.table
  const among = samples.flatMap((held, at) => (isIn(order, held) ? [{ held, key: keys[at] ?? 0n }] : []))

  test("counts whom it should, and no other", () => {
    for (let cell = 0; cell < lattice.size; cell++) {
      const names = namesOf(lattice, cell)
      const inCell = among.filter(({ held }) =>
        dimensionsOf(order).every(
          (levels, at) => names[at] === total || levels.some((level) => wordsOf(level, held) === names[at]),
        ),
      )
      expect(counts[cell], cellId(lattice, cell)).toBe(inCell.length)
      expect(table.keys[cell], cellId(lattice, cell)).toBe(
        BigInt.asUintN(
          64,
          inCell.reduce((sum, { key }) => sum + key, 0n),
        ),
      )
    }
    expect([...table.records].toSorted()).toEqual(among.map(({ key }) => key).toSorted())
  })

  test("names the dimensions of the lattice, in the order in which they are read", () => {
    expect(table.dimensions.map(({ categories }) => [...categories].toSorted())).toEqual(
      lattice.dimensions.map(({ categories }) => [...categories].toSorted()),
    )
    expect(table.dimensions.every(({ categories }) => categories.at(-1) === total)).toBe(true)
  })

  test("is the same for the same responses in another order", () => {
    const turned = made(each, columnsOf(samples.toReversed(), keys.toReversed()))
    expect({ ...turned, records: turned.records.toSorted() }).toEqual({ ...table, records: table.records.toSorted() })
  })
})

test("a child counts once in each variable, whatever it chose", () => {
  for (const name of ["hopes.job", "hopes.money", "support.other", "life-now.mind@13-17", "school", "region"]) {
    const { lattice, counts } = made({ rows: name }).table
    const leaves = counts.slice(0, lattice.dimensions[0]?.leaves)
    expect(leaves.reduce((sum, count) => sum + count, 0)).toBe(samples.length)
  }
})

test("ages stand after their band, in order", () => {
  const [ages] = made({ rows: "age<age-band", filters: ["age=6,7,8,9,10,11,12"] }).dimensions
  expect(ages?.categories).toEqual([
    ...["6 to 8 years old", "6 years old", "7 years old", "8 years old"],
    ...["9 to 12 years old", "9 years old", "10 years old", "11 years old", "12 years old"],
    total,
  ])
})

test("is for England, for England and its regions, or for the regions that were asked for", () => {
  expect(made({ rows: "gender" }).geographies).toEqual(["England"])
  expect(made({ rows: "region" }).geographies).toHaveLength(10)
  expect(made({ rows: "gender", filters: ["region=E12000007"] }).geographies).toEqual(["E12000007"])
  expect(made({ rows: "gender", filters: ["country=england"] }).geographies).toEqual(["England"])
})

test("is for local authorities, as they occur or were asked for, by the decision alone", {
  tags: ["aggregates-only-beyond-the-team"],
}, () => {
  const codes = ["E09999901", "E09999902", "E09999903", "E09999904", "E09999905"]
  const named = { widenedBy: exception.id, exception }
  const all = made({ rows: "local-authority", exception })
  expect(all).toMatchObject({ geographies: ["England", ...codes], ...named })
  expect(all.dimensions[0]?.categories.slice(0, 5)).toEqual(codes)
  expect(made({ rows: "local-authority<region", exception }).geographies).toHaveLength(15)
  const some = made({ rows: "gender", filters: ["local-authority=E09999903,dont-know,E09999901"], exception })
  expect(some).toMatchObject({ geographies: ["E09999901", "E09999903"], ...named })
  expect(some.cut).toBe("--rows gender --filter local-authority=E09999901,E09999903,dont-know")
  expect(some.title).toBe("Gender (only Local authority: E09999901, E09999903 or I don't know)")
  expect(made({ rows: "region", exception })).not.toHaveProperty("widenedBy")
  const places = labelPlaces(columns, (code) => (code === "E09999903" ? "Fernbridge" : undefined))
  const called = made({ rows: "local-authority", filters: ["local-authority=E09999903,E09999901"], exception }, places)
  expect(called).toMatchObject({
    title: "Local authority (only Local authority: E09999901 or Fernbridge (E09999903))",
    geographies: ["E09999901", "E09999903"],
    dimensions: [{ categories: ["E09999901", "Fernbridge (E09999903)", total] }],
  })
})

test("the same cut is written in one way, and its title says whom it leaves out", () => {
  const filters = ["gender=boy,girl", "form=13-17,9-12"]
  const one = cut({ rows: "age", columns: "region<country", filters })
  const other = cut({ rows: " age ", columns: "region <country", filters: filters.toReversed() })
  expect(requestText(one)).toBe(requestText(other))
  expect(requestText(one)).toBe("--rows age --columns region<country --filter form=9-12,13-17 --filter gender=girl,boy")
  expect(made({ rows: "region,support.mentor" }).title).toBe("Region and Support: A mentor")
  expect(made({ rows: "age", columns: "gender", filters: ["form=9-12"] }).title).toBe(
    "Age by Gender (only Form: The Big Ask for ages 9 to 12)",
  )
})

test("what tells nothing of a group is marked so, and the rest is not", () => {
  const { dimensions } = made({ rows: "region,age-band,form", columns: "gender" })
  expect(dimensions.map(({ sensitive }) => sensitive)).toEqual([false, false, false, true])
})

describe("refused, with what to do", () => {
  const near = "Near it:"
  test.each([
    [{ rows: "gendr" }, `There is no variable gendr. ${near} gender.`],
    [{ rows: "hopes" }, "hopes is more than one variable, such as hopes.job"],
    [{ rows: "better-life" }, "better-life is more than one variable, such as better-life@6-12"],
    [{ rows: "life-change" }, "There is no variable life-change."],
    [{ rows: "gender", filters: ["gender=grl"] }, `gender has no category grl. ${near} girl.`],
    [{ rows: "region", filters: ["region=Londn"] }, `region has no category Londn. ${near} E12000007.`],
    [{ rows: "local-authority" }, "rule aggregates-only-beyond-the-team): ask for region or country instead"],
    [{ rows: "gender", columns: "local-authority<region" }, "rule aggregates-only-beyond-the-team"],
    [{ rows: "gender", filters: ["local-authority=E06000001"] }, "rule aggregates-only-beyond-the-team"],
    [{ rows: "flagged" }, "put it in a --filter"],
    [{ rows: "age<region" }, "region is not a level above age: the next one is age-band."],
    [{ rows: "gender<region" }, "region is not a level above gender, which has no level above."],
    [{ rows: "age", columns: "age-band" }, "age is part of age-band: write age<age-band."],
    [{ rows: "gender", columns: "gender" }, "named twice"],
    [{ rows: "gender,," }, "Write dimensions as leaf<parent"],
    [{ rows: "gender", filters: ["gender"] }, "Write a filter as variable=category"],
    [{ rows: "gender", filters: ["gender=girl,"] }, "Write a filter as variable=category"],
    [{ rows: "age", filters: ["gender=girl", "gender=boy"] }, "gender is filtered twice"],
    [{ rows: "gender", filters: ["form=4-5", "age=9"] }, "The filters leave no response."],
    [
      { rows: "hopes.job,hopes.money,hopes.home,age", columns: "setting,region,gender,ethnicity" },
      "more than 200000 cells",
    ],
  ] satisfies readonly (readonly [TableOptions, string])[])(
    "%j",
    { tags: ["aggregates-only-beyond-the-team"] },
    (given, why) => {
      expect(refusal(given)).toContain(why)
    },
  )

  test("finer than the decision, and by a decision that was taken back", {
    tags: ["aggregates-only-beyond-the-team"],
  }, () => {
    expect(refusal({ rows: "local-authority", exception: ended })).toContain("ask -- release widen local-authority")
    expect(refusal({ rows: "lsoa", exception })).toContain("There is no variable lsoa.")
    for (const code of ["E01000001", "E09", "e09999901"])
      expect(refusal({ rows: "gender", filters: [`local-authority=${code}`], exception })).toContain("has no category")
  })

  test("a cut that was not read through the gate", () => {
    const authority = variableNamed("local-authority")
    if (authority === undefined) throw new Error("there is no such variable")
    for (const decision of [undefined, ended, { ...exception } as typeof exception]) {
      const forged: TableRequest = { rows: [[authority]], columns: [], filters: [], exception: decision }
      const { message } = Effect.runSync(Effect.flip(tabulateRequest(forged, columns)))
      expect(message).toContain("aggregates-only-beyond-the-team")
      const filter = { variable: authority, categories: ["dont-know"] }
      const filtered = { ...cut({ rows: "gender" }), filters: [filter], exception: decision }
      expect(Effect.runSync(Effect.flip(tabulateRequest(filtered, columns))).message).toBe(message)
    }
  })

  test("no responses, and answers that were not read", () => {
    const failing = (from: typeof columns) =>
      Effect.runSync(Effect.flip(tabulateRequest(cut({ rows: "gender" }), from))).message
    expect(failing(columnsOf([], []))).toBe("There are no responses in the evidence store yet.")
    expect(failing({ ...columns, columns: new Map() })).toBe("The answers to gender have not been read.")
  })
})
