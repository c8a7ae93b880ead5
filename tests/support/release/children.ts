/** Makes up children and tabulates them into protected tables with record keys, as a request for a table does. */
import { Effect } from "effect"
import { protect } from "../../../policy/disclosure/suppress/protect.ts"
import type { Sensitive } from "../../../policy/disclosure/suppress/state/group-disclosure.ts"
import { dimensionOf } from "../../../policy/disclosure/tables/dimension.ts"
import { latticeOf } from "../../../policy/disclosure/tables/lattice.ts"
import { columnOf } from "../../../policy/disclosure/tables/microdata.ts"
import { countsOf } from "../../../policy/disclosure/tables/tabulate.ts"
import type { ProposalDraft } from "../../../policy/release/proposal.ts"
import { keysOfCells } from "../../../src/tables/request/cell-keys.ts"
import { proposalDraftOf } from "../../../src/tables/workflow/proposal-draft.ts"
import { digest } from "../policy/team.ts"

export type Child = Readonly<Record<string, string>>

/** A number of children who are alike; each has its own number among all. */
export const childrenOf = (groups: ReadonlyArray<readonly [count: number, child: Child]>): readonly Child[] =>
  groups
    .flatMap(([count, child]) => Array.from({ length: count }, () => child))
    .map((child, at) => ({ ...child, number: `${at}` }))

export interface Cut {
  readonly title?: string
  /** Of each dimension its columns, from the leaf up. */
  readonly by: readonly (readonly string[])[]
  /** What no group may be known by: of these a zero is withheld, and the rest are called no secret. */
  readonly sensitive?: readonly string[]
  /** What it is protected by, if that is something else. */
  readonly hides?: Sensitive
}

export const tableOf = (children: readonly Child[], by: Cut["by"]) =>
  Effect.gen(function* () {
    const column = (name: string) =>
      columnOf(
        name,
        children.map((child) => child[name] ?? ""),
      )
    const coded = yield* Effect.forEach(by, (names) => dimensionOf(names.map(column)))
    const lattice = latticeOf(coded.map(({ dimension }) => dimension))
    const records = BigUint64Array.from(children, ({ number = "" }) => BigInt(`0x${digest(number).slice(0, 16)}`))
    const leaves = coded.map(({ leafOf }) => leafOf)
    return {
      table: { lattice, counts: countsOf(lattice, coded) },
      keys: keysOfCells(lattice, leaves, records),
      records,
    }
  })

/** Fails where the table cannot be protected. */
export const cutOf = (
  children: readonly Child[],
  { title = "Made up", by, sensitive = [], hides = sensitive }: Cut,
): Promise<ProposalDraft> =>
  Effect.gen(function* () {
    const { table, keys, records } = yield* tableOf(children, by)
    const made = yield* protect(table, { level: "witnessed", threshold: 10, sensitive: hides })
    const dimensions = table.lattice.dimensions.map(({ name, categories }) => ({
      name,
      categories: categories.toReversed(),
      sensitive: sensitive.includes(name),
    }))
    const cut = `--rows ${by.map((names) => names.join("<")).join(",")}`
    return proposalDraftOf({ title, cut, geographies: ["England"], table, keys, records, dimensions }, made)
  }).pipe(Effect.runPromise)
