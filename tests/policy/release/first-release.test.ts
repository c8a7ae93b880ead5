/** A table that is released first needs no single record to be known: none of its published cells differ by a few children. */
import { expect, test } from "vitest"
import { findLinkedLeaks } from "../../../policy/disclosure/audit/linked-leaks.ts"
import { releaseCandidate } from "../../../policy/release/candidate.ts"
import { linkedTableOf } from "../../../policy/release/linked-table.ts"
import { randomFrom } from "../../support/disclosure/audit/random-publication.ts"
import { digest } from "../../support/policy/team.ts"
import { type Child, childrenOf, cutOf } from "../../support/release/children.ts"
import { decided } from "../../support/release/try-release.ts"

const tags: ["small-cells-suppressed"] = ["small-cells-suppressed"]
const by = [["age"], ["hope"]]

/** Rare enough that a row and its only other cell often differ by a few. */
const drawn = (seed: number): readonly Child[] => {
  const random = randomFrom(seed)
  return childrenOf(
    ["6", "7", "8"].flatMap((age) =>
      ["a home", "a job", "friends"].map((hope): readonly [number, Child] => [
        random() < 0.35 ? Math.floor(random() * 4) : 10 + Math.floor(random() * 20),
        { age, hope },
      ]),
    ),
  )
}

test("whatever is released, with every record known", { tags, timeout: 600_000 }, async () => {
  const outcomes = { released: 0, refused: 0 }
  for (let seed = 1; seed <= (process.env["FULL"] ? 2_000 : 10); seed++) {
    const children = drawn(seed)
    const few = children.map(({ number = "" }) => BigInt(`0x${digest(number).slice(0, 16)}`))
    const draft = await cutOf(children, { by }).catch(() => undefined)
    if (draft === undefined) continue
    const leaks = (table: typeof draft) =>
      findLinkedLeaks([linkedTableOf(releaseCandidate(table))], { threshold: 10, smallSetKeys: few })
    if ((await decided(draft)) === "released") {
      outcomes.released += 1
      expect(leaks(draft), `seed ${seed}`).toEqual([])
    }
    // With one more cell published, either no two differ by a few, or it is refused.
    for (const cell of draft.cells.filter(({ count, published }) => !published && count >= 10)) {
      const cells = draft.cells.map((each) => (each === cell ? { ...each, published: true } : each))
      if (leaks({ ...draft, cells }).length === 0) continue
      outcomes.refused += 1
      expect(await decided({ ...draft, cells }), `seed ${seed}`).not.toBe("released")
    }
  }
  expect(outcomes.released).toBeGreaterThan(2)
  expect(outcomes.refused).toBeGreaterThan(5)
})
