/** Measures the joint audit of releases: against brute force on random ledgers, and on 300 linked tables of made-up children. */
import {
  type Box,
  boxOf,
  type Factor,
  type JointCell,
  type JointTable,
  type JointVariable,
} from "../policy/disclosure/joint/box.ts"
import { fullSet, leavesOf, setOf } from "../policy/disclosure/joint/category-set.ts"
import { groupBox } from "../policy/disclosure/joint/cross.ts"
import { jointAudit, jointlyKnown } from "../policy/disclosure/joint/joint-audit.ts"
import { bruteForce } from "../tests/support/disclosure/joint/brute-force.ts"
import { variable } from "../tests/support/disclosure/joint/ledger.ts"
import { drawer, randomLedger } from "../tests/support/disclosure/joint/random-ledger.ts"
import { publish } from "./report.ts"

const sequences = Number(process.env["SEQUENCES"] ?? 10_000)
const responses = Number(process.env["RESPONSES"] ?? 557_077)

/** The groups compared, and in how many the two answers differ. */
const againstBruteForce = (withZeros: boolean) => {
  let [groups, differing] = [0, 0]
  for (let seed = 1; seed <= sequences; seed++) {
    const { variables, tables } = randomLedger(seed, withZeros)
    for (const { cross, follows, counts } of jointlyKnown({ variables, tables })?.crosses ?? []) {
      const boxes = Array.from({ length: cross.size }, (_, group) => groupBox(cross, group))
      for (const [group, right] of bruteForce(variables, tables, boxes).entries()) {
        groups += 1
        if ((follows[group] === 1 ? counts[group] : undefined) !== right) differing += 1
      }
    }
  }
  return { groups, differing }
}

const bands = (leaves: number, many: number): readonly (readonly number[])[] =>
  Array.from({ length: many }, (_, band) =>
    Array.from({ length: leaves }, (_leaf, leaf) => leaf).filter((leaf) => Math.floor((leaf * many) / leaves) === band),
  )

const characteristics = [
  variable("age", 14, bands(14, 4)),
  variable("gender", 3),
  variable("ethnicity", 20, bands(20, 6)),
  variable("region", 10),
  variable("imd", 11, bands(11, 6)),
  variable("setting", 3),
  variable("support", 4),
] as const
const items = Array.from({ length: 15 }, (_, at) => variable(`item ${at + 1}`, 3 + (at % 4), [], true))
const variables: readonly JointVariable[] = [...characteristics, ...items]

const draw = drawer(20210519)

/** The leaf of each variable, by child: skewed, so that some groups are small. */
const columns = variables.map(({ leaves }) =>
  Int8Array.from({ length: responses }, () => Math.min(leaves - 1, Math.floor(leaves * draw() ** 1.6))),
)

interface Cut {
  readonly rows: readonly number[]
  readonly filters: readonly Factor[]
}

const tableOf = ({ rows, filters }: Cut, at: number): JointTable => {
  const sizes = rows.map((row) => variables[row]?.leaves ?? 1)
  const counts = new Int32Array(sizes.reduce((all, each) => all * each, 1))
  const tests = filters.map(({ variable: of, set }) => ({ column: columns[of], leaves: new Set(leavesOf(set)) }))
  for (let child = 0; child < responses; child++) {
    if (!tests.every(({ column, leaves }) => leaves.has(column?.[child] ?? 0))) continue
    let place = 0
    for (const [way, row] of rows.entries()) place = place * (sizes[way] ?? 1) + (columns[row]?.[child] ?? 0)
    counts[place] = (counts[place] ?? 0) + 1
  }
  let boxes: readonly (readonly Factor[])[] = [[]]
  for (const row of rows)
    boxes = boxes.flatMap((box) =>
      [fullSet(variables[row]?.leaves ?? 1), ...(variables[row]?.categories ?? [])].map((set) => [
        ...box,
        { variable: row, set },
      ]),
    )
  const countOf = (box: readonly Factor[]): number => {
    let places: readonly number[] = [0]
    for (const [way, { set }] of box.entries())
      places = places.flatMap((place) => leavesOf(set).map((leaf) => place * (sizes[way] ?? 1) + leaf))
    return places.reduce((sum, place) => sum + (counts[place] ?? 0), 0)
  }
  return {
    id: `table ${at + 1}`,
    cells: boxes.flatMap((factors): readonly JointCell[] => {
      const box: Box | undefined = boxOf(variables, [...factors, ...filters])
      const count = countOf(factors)
      return box === undefined ? [] : [{ box, count, published: count === 0 || count > 9, key: 0n, name: "cell" }]
    }),
  }
}

const pairs = characteristics.flatMap((_, one) =>
  characteristics.flatMap((_other, two) => (one < two ? [[one, two]] : [])),
)
const cuts: readonly Cut[] = [
  ...pairs.map((rows) => ({ rows, filters: [] })),
  ...items.flatMap((_, at) => {
    const item = characteristics.length + at
    return [
      ...characteristics.map((_of, row) => ({ rows: [item, row], filters: [] })),
      ...pairs
        .filter((_of, pair) => pair % 3 === 1)
        .slice(0, 6)
        .map((both) => ({ rows: [item, ...both], filters: [] })),
      { rows: [item, 1], filters: [{ variable: 3, set: setOf([at % 10]) }] },
      { rows: [item, 1], filters: [{ variable: 5, set: setOf([0, 1]) }] },
      { rows: [item, 3], filters: [{ variable: 0, set: setOf([3, 5, 7]) }] },
    ]
  }),
].slice(0, 300)

const timed = <A>(work: () => A): { readonly value: A; readonly seconds: number } => {
  const before = process.cpuUsage()
  const value = work()
  const { user, system } = process.cpuUsage(before)
  return { value, seconds: (user + system) / 1e6 }
}

const brute = [false, true].map((withZeros) => ({ withZeros, ...timed(() => againstBruteForce(withZeros)) }))
const tables = cuts.map(tableOf)
const audit = timed(() => jointAudit({ variables, tables }, { threshold: 10 }))
const memory = Math.round(process.resourceUsage().maxRSS / 1024)
const differing = brute.reduce((sum, { value }) => sum + value.differing, 0)
const count = (value: number): string => value.toLocaleString("en-GB")
const cells = tables.reduce((sum, table) => sum + table.cells.length, 0)
const groups = audit.value?.known.crosses.reduce((sum, { cross }) => sum + cross.size, 0) ?? 0

const held = publish({
  name: "publication",
  title: "Releases audited jointly, in CPU seconds",
  head: ["what", "size", "groups", "time"],
  rows: [
    ...brute.map(({ withZeros, value, seconds }) => [
      `against brute force, with${withZeros ? "" : "out"} zeros`,
      `${count(sequences)} sequences`,
      count(value.groups),
      seconds.toFixed(1),
    ]),
    [`${tables.length} tables`, `${count(cells)} cells`, count(groups), audit.seconds.toFixed(1)],
  ],
  bars: [
    { what: "groups in which brute force differs", found: differing, wanted: "0", held: differing === 0 },
    { what: "CPU seconds to audit them all", found: audit.seconds, wanted: "3 or less", held: audit.seconds <= 3 },
    { what: "megabytes, with the made-up children", found: memory, wanted: "500 or less", held: memory <= 500 },
  ],
  figures: { sequences, responses, tables: tables.length, cells, groups, seconds: audit.seconds, memory },
})
process.exitCode = held ? 0 : 1
