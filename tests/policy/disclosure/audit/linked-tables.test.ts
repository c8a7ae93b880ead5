/** Linked tables are one publication: cells with the same records are one cell. */
import { expect, test } from "vitest"
import { linkTables } from "../../../../policy/disclosure/audit/link-tables.ts"
import type { LinkedCell } from "../../../../policy/disclosure/audit/linked-table.ts"
import { randomFrom } from "../../../support/disclosure/audit/random-publication.ts"
import { audited } from "../../../support/disclosure/audit/run-audit.ts"

const random = randomFrom(11)
const half = (): bigint => BigInt(Math.floor(random() * 2 ** 32))
/** 200 children, each with a 64-bit key. */
const keys = Array.from({ length: 200 }, () => (half() << 32n) | half())

const cell = (id: string, children: readonly number[], published = true): LinkedCell => ({
  id,
  key: BigInt.asUintN(
    64,
    children.reduce((sum, child) => sum + (keys[child] ?? 0n), 0n),
  ),
  count: children.length,
  published,
})
const from = (first: number, end: number): readonly number[] =>
  Array.from({ length: end - first }, (_, at) => first + at)

test("linked tables are audited as one publication", async () => {
  const one = {
    id: "one",
    relations: [["all", "a", "b", "c"]] as const,
    cells: [
      cell("all", from(0, 60)),
      cell("a", from(0, 3), false),
      cell("b", from(3, 20), false),
      cell("c", from(20, 60)),
    ],
  }
  const other = {
    id: "other",
    relations: [["whole", "b too", "rest"]] as const,
    cells: [cell("whole", from(3, 60)), cell("b too", from(3, 20), false), cell("rest", from(20, 60))],
  }
  const terms = { threshold: 10, attacker: { lowerBound: 0, integer: true } }
  expect((await audited(linkTables([one], terms))).verdict).toBe("safe")
  const { verdict, cells } = await audited(linkTables([one, other], terms))
  expect(verdict).toBe("unsafe")
  expect(Object.keys(cells)).toEqual(["one: a", "one: b"])
  expect(cells["one: a"]?.integer).toEqual([3, 3])
})
