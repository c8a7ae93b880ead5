/** A zero that is withheld, so that no group is known to be of one category, passes release; and no other table tells it. */
import { describe, expect, test } from "vitest"
import { type Child, type Cut, childrenOf, cutOf } from "../../support/release/children.ts"
import { decided } from "../../support/release/try-release.ts"

const tags: ["small-cells-suppressed"] = ["small-cells-suppressed"]

/** Every child of 6 is a girl. */
const children = childrenOf(
  [
    { age: "6", gender: "girl", count: 60 },
    { age: "7", gender: "girl", count: 50 },
    { age: "7", gender: "boy", count: 40 },
    { age: "8", gender: "girl", count: 45 },
    { age: "8", gender: "boy", count: 55 },
  ].flatMap(({ count, ...child }) =>
    ["a job", "a home"].flatMap((hope, at) =>
      ["North", "South"].map((region, beside): readonly [number, Child] => [
        Math.floor((count + 2 * at + beside) / 4) + (at === 0 ? 1 : -1) + (beside === 0 ? 1 : -1),
        {
          ...child,
          hope,
          region,
          band: child.age === "8" ? "over 7" : "to 7",
          sex: child.gender === "girl" ? "F" : "M",
        },
      ]),
    ),
  ),
)
const ageByGender: Cut = { by: [["age"], ["gender"]], sensitive: ["gender"] }
const cut = (more: Partial<Cut>, of = children) => cutOf(of, { ...ageByGender, ...more })
const first = await cut({})

describe("a withheld zero", { tags }, () => {
  test("is released, and without it the table is refused", async () => {
    const zeros = first.cells.filter(({ count, published }) => count === 0 && !published)
    expect(zeros.map(({ labels }) => labels)).toEqual([["6", "boy"]])
    expect(await decided(first)).toBe("released")
    const told = await cut({ hides: [] })
    expect(await decided(told)).toContain("all the children of a row stand in one category of gender")
  })

  test("is refused where what hides it is published after all", async () => {
    const hiding = first.cells.filter(({ count, published }) => count > 0 && !published)
    expect(hiding.length).toBeGreaterThan(2)
    for (const each of hiding) {
      const cells = first.cells.map((cell) => (cell === each ? { ...cell, published: true } : cell))
      expect(await decided({ ...first, cells })).toContain("a published count would change")
    }
  })
})

const shown = first.cells
  .filter(({ labels, published, count }) => published && count > 0 && !labels.includes("Total"))
  .slice(0, 1)
  .map(({ labels }) => labels.join(" "))
const part = (of: (child: Child) => boolean) => children.filter(of)

/** All who could be in the withheld cell, and more than it could hold, who are in another that is shown. */
const mixed = children.map((child) => {
  const of = `${child["age"]} ${child["gender"]}`
  return { ...child, mixed: shown.includes(of) || of === "6 boy" ? "some" : "others" }
})

/** The leaks of the second table together with the first, and the gate's words, in both orders. */
const others: ReadonlyArray<readonly [name: string, other: () => Promise<typeof first>, says: string]> = [
  ["the same table", () => cut({ title: "Again" }), "released"],
  ["what tells nothing of it", () => cut({ by: [["age"], ["hope"]], sensitive: ["hope"] }), "released"],
  ["the other way", () => cut({ by: [["gender"], ["hope"], ["region"]], sensitive: ["hope"] }), "released"],
  ["the zero itself", () => cut({ sensitive: [] }), "are seen to share one gender"],
  ["the zero in other words", () => cut({ by: [["age"], ["sex"]], sensitive: [] }), "name them alike"],
  ["the same in other words", () => cut({ by: [["age"], ["sex"]], sensitive: ["sex"] }), "name them alike"],
  ["bands of age", () => cut({ by: [["band"], ["hope"]], sensitive: [] }), "name them alike"],
  ["those of a cell among others", () => cut({ by: [["mixed"], ["hope"]], sensitive: [] }, mixed), "name them alike"],
  [
    "girls alone",
    () =>
      cut(
        { by: [["age"], ["hope"]], sensitive: [] },
        part(({ gender }) => gender === "girl"),
      ),
    "an earlier table",
  ],
  [
    "some of the children",
    () =>
      cut(
        {},
        part(({ region }) => region === "North"),
      ),
    "of the same children",
  ],
  [
    "others of them",
    () =>
      cut(
        { by: [["hope"], ["region"]], sensitive: [] },
        part(({ age }) => age !== "8"),
      ),
    "of the same children",
  ],
]

describe("together with a withheld zero", { tags }, () => {
  test.each(others)("%s", async (_, other, says) => {
    const draft = await other()
    expect(await decided(draft)).toBe("released")
    expect(await decided(draft, [first])).toContain(says)
    expect(await decided(first, [draft])).toContain(says)
  })
})

describe("a roundabout way to a withheld zero", { tags }, () => {
  const plain = (...by: readonly string[]) => cut({ by: by.map((name) => [name]), sensitive: [] })

  test("is refused, whichever table closes it", async () => {
    const all = [first, await plain("age", "hope"), await plain("hope", "gender")]
    for (const last of all)
      expect(
        await decided(
          last,
          all.filter((each) => each !== last),
        ),
      ).toContain("of the same children")
  })

  test("is absent where one table has all of it, or the two have nothing in common", async () => {
    const apart = [await plain("age", "hope"), await plain("region", "gender")]
    expect(await decided(first, apart)).toBe("released")
  })

  test("is one where the two have something in common by another name", async () => {
    const grouped = children.map((child) => ({ ...child, wish: child["hope"] === "a job" ? "money" : "a roof" }))
    const named = (...by: readonly string[]) => cut({ by: by.map((name) => [name]), sensitive: [] }, grouped)
    expect(await decided(first, [await named("age", "wish"), await plain("hope", "gender")])).toContain(
      "name them alike",
    )
  })
})
