/** Reads releases and a proposal as one ledger of joint tables; responses that came in between two releases are a variable of it. */
import { boxKey, type JointTable, type JointVariable } from "../disclosure/joint/box.ts"
import { fullSet, setOf } from "../disclosure/joint/category-set.ts"
import type { ReleaseCandidate } from "./candidate.ts"
import type { DeclaredVariables } from "./declared-variables.ts"
import { jointTableOf, jointVariables } from "./joint-table.ts"

export interface JointLedger {
  readonly variables: readonly JointVariable[]
  readonly tables: readonly JointTable[]
  /** Those whose request names a variable that is not declared. */
  readonly unread: readonly ReleaseCandidate[]
}

interface Population {
  readonly tables: JointTable[]
  readonly cells: Map<string, { readonly key: bigint; readonly count: number }>
}

/** Equal groups of equal responses have equal keys. */
const isOfPopulation = ({ cells }: JointTable, population: Population): boolean =>
  cells.every(({ box, key }) => (population.cells.get(boxKey(box))?.key ?? key) === key)

const populationsOf = (tables: readonly JointTable[]): readonly Population[] => {
  const populations: Population[] = []
  for (const table of tables) {
    let population = populations.find((each) => isOfPopulation(table, each))
    if (population === undefined) {
      population = { tables: [], cells: new Map() }
      populations.push(population)
    }
    population.tables.push(table)
    for (const { box, key, count } of table.cells) population.cells.set(boxKey(box), { key, count })
  }
  return populations
}

/** How many groups of both have more children in the second, and how many fewer. */
const growth = (one: Population, other: Population): { readonly more: number; readonly fewer: number } => {
  const shared = [...one.cells].flatMap(([name, { count }]) => {
    const now = other.cells.get(name)
    return now === undefined ? [] : [now.count - count]
  })
  return { more: shared.filter((by) => by > 0).length, fewer: shared.filter((by) => by < 0).length }
}

/** The smallest first; undefined unless each holds all responses of the one before. */
const nested = (populations: readonly Population[]): readonly Population[] | undefined => {
  const sorted = populations.toSorted((one, other) => {
    const { more, fewer } = growth(one, other)
    return fewer - more
  })
  const isChain = sorted.every((each, at) =>
    sorted.slice(at + 1).every((later) => {
      const { more, fewer } = growth(each, later)
      return more > 0 && fewer === 0
    }),
  )
  return isChain ? sorted : undefined
}

/** The tables in the order of their ids, so that the order of release changes nothing. */
const byId = (one: JointTable, other: JointTable): number => (one.id < other.id ? -1 : 1)

/** A table is final, so that it is read once for each way of declaring: an audit of many tables is asked again and again. */
const readBefore = new WeakMap<DeclaredVariables, WeakMap<ReleaseCandidate["facts"], JointTable | "unread">>()

const readOnce = (
  candidate: ReleaseCandidate,
  declared: DeclaredVariables,
  variables: readonly JointVariable[],
): JointTable | undefined => {
  const known = readBefore.get(declared) ?? new WeakMap<ReleaseCandidate["facts"], JointTable | "unread">()
  readBefore.set(declared, known)
  const table = known.get(candidate.facts) ?? jointTableOf(candidate, declared, variables) ?? "unread"
  known.set(candidate.facts, table)
  return table === "unread" ? undefined : { ...table, id: candidate.id }
}

/** `undefined` where responses came and went between two releases: no difference of theirs can be worked out. */
export const readJointLedger = (
  candidates: readonly ReleaseCandidate[],
  declared: DeclaredVariables,
): JointLedger | undefined => {
  const variables = jointVariables(declared)
  const read = candidates.map((candidate) => ({ candidate, table: readOnce(candidate, declared, variables) }))
  const unread = read.flatMap(({ candidate, table }) => (table === undefined ? [candidate] : []))
  const tables = read.flatMap(({ table }) => table ?? []).toSorted(byId)
  const populations = populationsOf(tables)
  if (populations.length < 2) return { variables, tables, unread }
  const chain = nested(populations)
  if (chain === undefined) return undefined
  const responses: JointVariable = {
    name: "responses",
    leaves: chain.length,
    isItem: false,
    isSensitive: false,
    categories: chain.map((_, at) => setOf([at])),
  }
  return {
    variables: [...variables, responses],
    tables: chain
      .flatMap((population, at) =>
        population.tables.map(({ id, cells }): JointTable => {
          const set =
            at === chain.length - 1 ? fullSet(chain.length) : setOf(Array.from({ length: at + 1 }, (_, to) => to))
          const factors = at === chain.length - 1 ? [] : [{ variable: variables.length, set }]
          return { id, cells: cells.map((cell) => ({ ...cell, box: [...cell.box, ...factors] })) }
        }),
      )
      .toSorted(byId),
    unread,
  }
}
