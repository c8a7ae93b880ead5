/** A small lawful table with its proof, made of made-up records, and what its release needs. */
import { Effect } from "effect"
import type { Witness } from "../../../policy/disclosure/witness.ts"
import { parameters } from "../../../policy/parameters.ts"
import { labelCombinations } from "../../../policy/release/complete-table-gate.ts"
import type { GeographyException } from "../../../policy/release/geography-exception.ts"
import { grantGeographyException } from "../../../policy/release/geography-exception.ts"
import { checkedPlaces } from "../../../policy/release/geography-gate.ts"
import type { PriorReleases } from "../../../policy/release/linked-tables-gate.ts"
import { checkOutput } from "../../../policy/release/output-check.ts"
import { type Proposal, type ProposalDraft, proposeTable } from "../../../policy/release/proposal.ts"
import { release } from "../../../policy/release/release.ts"
import type { KeyedCell } from "../../../policy/release/table.ts"
import { type Coarser, declaredFor } from "./declared.ts"
import { digest, granted, memberOf, personOf, wholeTeam, within } from "./team.ts"

const total = "Total"

const { value: threshold } = parameters.threshold

export interface Counted {
  readonly title: string
  /** Dimension by dimension, its categories without `Total`. */
  readonly categories: Readonly<Record<string, readonly string[]>>
  /** Of a leaf, by its labels. */
  readonly count: (labels: readonly string[]) => number
  readonly withheld?: (labels: readonly string[], count: number) => boolean
  /** The children of the table, where another table has them too: a number for each name. */
  readonly parts?: (labels: readonly string[]) => ReadonlyArray<readonly [of: string, count: number]>
}

const sum = (keys: readonly bigint[]): bigint =>
  BigInt.asUintN(
    64,
    keys.reduce((all, key) => all + key, 0n),
  )

/** The number of children in every leaf, each with its own key. */
const keyOfLeaf = (leaf: string, count: number): bigint =>
  sum(Array.from({ length: count }, (_, child) => BigInt(`0x${digest(`${leaf} ${child}`).slice(0, 16)}`)))

export const cellsOf = ({ categories, count, withheld = () => false, parts }: Counted): readonly KeyedCell[] => {
  const ways = Object.entries(categories).map(([name, own]) => ({ name, categories: own }))
  const leaves = labelCombinations(ways).map((labels) => ({ labels, count: count(labels) }))
  const keyed = leaves.map((each) => ({
    ...each,
    key: sum(
      (parts?.(each.labels) ?? [[each.labels.join(), each.count] as const]).map(([of, many]) => keyOfLeaf(of, many)),
    ),
  }))
  return labelCombinations(ways.map(({ name, categories: own }) => ({ name, categories: [...own, total] }))).map(
    (labels) => {
      const within = keyed.filter((each) => labels.every((label, at) => label === total || label === each.labels[at]))
      const all = within.reduce((more, each) => more + each.count, 0)
      const key = sum(within.map((each) => each.key))
        .toString(16)
        .padStart(16, "0")
      return { labels, count: all, published: !withheld(labels, all), key }
    },
  )
}

/** Four cells at the corners of a box: two gain what the other two lose. */
const boxesOf = (draft: Omit<ProposalDraft, "witnesses">): readonly Witness[] => {
  const counts = new Map(
    draft.cells.filter(({ published }) => !published).map(({ labels, count }) => [labels.join("|"), count]),
  )
  const [down = [], across = []] = draft.hierarchies.map(({ leaves }) => leaves)
  return down.flatMap((row, r) =>
    across.flatMap((column, c) => {
      const count = counts.get(`${row}|${column}`)
      if (count === undefined) return []
      const corner = (up: number) => {
        for (const [r2, otherRow] of down.entries())
          for (const [c2, otherColumn] of across.entries()) {
            const [beside, below, across2] = [
              `${row}|${otherColumn}`,
              `${otherRow}|${column}`,
              `${otherRow}|${otherColumn}`,
            ]
            const held = [beside, below, across2].map((name) => counts.get(name) ?? 0)
            const [one = 0, other = 0, opposite = 0] = held
            if (r2 === r || c2 === c || held.includes(0)) continue
            if (Math.min(one - up, other - up, opposite + up, count + up) < 1) continue
            const [from, to] =
              up > 0
                ? [
                    [r, c2],
                    [r, c],
                  ]
                : [
                    [r, c],
                    [r, c2],
                  ]
            const [back, forth] =
              up > 0
                ? [
                    [r2, c],
                    [r2, c2],
                  ]
                : [
                    [r2, c2],
                    [r2, c],
                  ]
            const by = Math.abs(up)
            return [
              {
                cell: `${row}|${column}`,
                becomes: count + up,
                edits: [
                  { from: from ?? [], to: to ?? [], count: by },
                  { from: back ?? [], to: forth ?? [], count: by },
                ],
              },
            ]
          }
        return []
      }
      return [...corner(count < threshold ? threshold - count : 1), ...corner(-1)]
    }),
  )
}

export const draftOf = (counted: Counted): ProposalDraft => {
  const draft = {
    title: counted.title,
    cut: `--rows ${Object.keys(counted.categories).join(",")}`,
    geographies: ["England"],
    dimensions: Object.entries(counted.categories).map(([name, own]) => ({ name, categories: [...own, total] })),
    hierarchies: Object.values(counted.categories).map((leaves) => ({ leaves, parents: {} })),
    cells: cellsOf(counted),
  } as const
  return { ...draft, witnesses: boxesOf(draft) }
}

const hopes = {
  "a job": [120, 80, 60, 90],
  "a home": [70, 64, 51, 88],
  friends: [40, 52, 33, 61],
  other: [4, 12, 6, 14],
}
const ages = ["9", "10", "11", "12"]

/** Two hopes are withheld at every age: two of their counts are small, and the rest hide them. */
export const counted: Counted = {
  title: "Hopes by age",
  categories: { Hope: Object.keys(hopes), Age: ages },
  count: ([hope = "", age = ""]) => Object.entries(hopes).find(([name]) => name === hope)?.[1][ages.indexOf(age)] ?? 0,
  withheld: ([hope = "", age = ""]) => ["friends", "other"].includes(hope) && age !== total,
}

export const table: ProposalDraft = draftOf(counted)

/** The author has number 9, the second checker number 1. */
export const author = personOf("evidence-team", 9)
export const staff = within("always", [
  ...wholeTeam("2021-05-01"),
  memberOf("evidence-team", {}, 1),
  memberOf("evidence-team", {}, 9),
])

export const proposed = (draft: ProposalDraft = table, exception?: GeographyException) =>
  Effect.gen(function* () {
    return (yield* proposeTable(yield* granted("read-responses", "evidence-team", 9), draft, exception)).state
  })

/** Signed by a supervisor of the made-up team. */
export const widening = Effect.fnUntraced(function* (because = "Councils asked to plan services by it") {
  return yield* grantGeographyException(yield* granted("widen-geography", "head-of-data-science"), {
    to: "local-authority",
    because,
  })
})

/** The same table of two London boroughs, where the decision allows it. */
export const finerDraft = Effect.fnUntraced(function* (exception: GeographyException) {
  return { ...table, ...(yield* checkedPlaces(["E09000007", "E09000008"], exception)) } satisfies ProposalDraft
})

/** The made-up tables are of variables that no form has: they are declared as the tables have them. */
export const priorTo = (
  { facts }: { readonly facts: ProposalDraft },
  earlier: readonly Proposal[],
  coarser: Coarser = {},
): PriorReleases => ({
  earlier,
  declared: declaredFor([facts, ...earlier.map((each) => each.facts)], coarser),
})

/** Two checkers and an approver of the made-up team. */
export const hands = Effect.fnUntraced(function* (
  proposal: Proposal,
  earlier: readonly Proposal[] = [],
  coarser: Coarser = {},
) {
  const first = yield* checkOutput(yield* granted("check-output", "evidence-team"), proposal, [])
  const second = yield* checkOutput(yield* granted("check-output", "evidence-team", 1), proposal, [first.state])
  const approval = yield* granted("release-table", "director-of-evidence")
  return {
    mode: "live",
    checks: [first.state, second.state],
    approval,
    prior: priorTo(proposal, earlier, coarser),
  } as const
})

/** Past every gate, or not at all. */
export const releaseOf = Effect.fnUntraced(function* (
  draft: ProposalDraft = table,
  earlier: readonly ProposalDraft[] = [],
  exception?: GeographyException,
  coarser: Coarser = {},
) {
  const before = yield* Effect.forEach(earlier, (each) => proposed(each))
  const proposal = yield* proposed(draft, exception)
  return (yield* release(proposal, { ...(yield* hands(proposal, before, coarser)), exception })).state
})
