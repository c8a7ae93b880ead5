/** Models the workflow of a table: the allowed steps, the refusals, and the records that must exist. */
import type { Role } from "../../../../policy/data/role.ts"
import type { ProposalDraft } from "../../../../policy/release/proposal.ts"
import { type Counted, counted, draftOf } from "../../policy/release.ts"

/** The people of a history; the stranger is on no list. */
export const people = {
  ann: ["evidence-team", 0],
  ben: ["evidence-team", 1],
  cat: ["evidence-team", 2],
  supervisor: ["director-of-evidence", 0],
  processor: ["processor", 0],
  stranger: ["evidence-team", 9],
} as const satisfies Record<string, readonly [Role, number]>
export type Person = keyof typeof people
export const named = Object.keys(people) as readonly Person[]

const other = (change: Partial<Counted>): ProposalDraft => draftOf({ ...counted, ...change })
const isJobAtNine = ([hope, age]: readonly string[]): boolean => hope === "a job" && age === "9"
const hopes = counted.categories["Hope"] ?? []
const whole = draftOf(counted)
const hiding = (...hidden: readonly string[]) => ({
  withheld: ([hope = "", age = ""]: readonly string[]) => hidden.includes(hope) && age !== "Total",
})
const finer: readonly string[] = ["England", "E09000007"]

export const tables = {
  whole,
  /** One child is left out of a count that both publish. */
  "less a child": other({
    title: "Hopes of most",
    count: (labels) => counted.count(labels) - Number(isJobAtNine(labels)),
  }),
  /** What the whole one withholds for secrecy's sake is published, and another row is withheld in its place. */
  "hidden otherwise": other({ title: "Hopes again", ...hiding("a home", "other") }),
  /** The same children by age alone, as the whole one says too. */
  margin: draftOf({
    title: "Ages",
    categories: { Age: counted.categories["Age"] ?? [] },
    count: ([age = ""]) => hopes.reduce((sum, hope) => sum + counted.count([hope, age]), 0),
    parts: ([age = ""]) => hopes.map((hope) => [`${hope},${age}`, counted.count([hope, age])] as const),
  }),
  /** Other children altogether. */
  apart: draftOf({
    title: "Pets",
    categories: { Pet: ["a cat", "a dog"] },
    count: ([pet]) => (pet === "a cat" ? 310 : 240),
  }),
  /** A row whose total is published has nothing to hide among. */
  "given away": other({ title: "Hopes given away", ...hiding("other") }),
  small: { ...whole, cells: whole.cells.map((cell) => ({ ...cell, published: true })) },
  finer: { ...whole, geographies: finer as ProposalDraft["geographies"] },
} as const satisfies Record<string, ProposalDraft>
export type Kind = keyof typeof tables
export const kinds = Object.keys(tables) as readonly Kind[]

/** Each of two may be out, and not both. */
const notBoth: ReadonlyArray<readonly [Kind, Kind]> = [
  ["whole", "less a child"],
  ["whole", "hidden otherwise"],
  ["less a child", "hidden otherwise"],
  ["less a child", "margin"],
]

/** `done`, or who refuses: a rule by its name, or the store. */
export type Outcome =
  | "done"
  | "evidence-team-only"
  | "outputs-checked"
  | "small-cells-suppressed"
  | "aggregates-only-beyond-the-team"
  | "the store"

interface Proposed {
  readonly kind: Kind
  readonly author: Person
  readonly on: string
  readonly checks: Person[]
  altered: boolean
  released: { readonly on: string; readonly by: Person } | undefined
}

export interface Entry {
  readonly kind: "table-proposed" | "output-checked" | "table-released"
  readonly of: number
  readonly on: string
}

const reads: readonly Role[] = ["evidence-team"]
const approves: readonly Role[] = ["director-of-evidence", "head-of-data-science"]

const dayBeforeNextYear = (day: string): string => {
  const date = new Date(`${Number(day.slice(0, 4)) + 1}${day.slice(4)}T12:00:00Z`)
  return new Date(date.getTime() - 86_400_000).toISOString().slice(0, 10)
}

export class Model {
  readonly isLive: boolean
  /** The day on which each was last trained, of those who are on the list. */
  readonly trained = new Map<Person, string>()
  readonly proposals: Proposed[] = []
  readonly out: number[] = []
  readonly ledger: Entry[] = []

  constructor(isLive: boolean) {
    this.isLive = isLive
  }

  #may(person: Person, roles: readonly Role[], today: string): boolean {
    const trainedOn = this.trained.get(person)
    return trainedOn !== undefined && roles.includes(people[person][0]) && today <= dayBeforeNextYear(trainedOn)
  }

  #done(kind: Entry["kind"], of: number, on: string): Outcome {
    this.ledger.push({ kind, of, on })
    return "done"
  }

  propose(kind: Kind, author: Person, on: string): Outcome {
    if (!this.#may(author, reads, on)) return "evidence-team-only"
    if (kind === "finer") return "aggregates-only-beyond-the-team"
    if (kind === "small") return "small-cells-suppressed"
    if (this.proposals.some((each) => each.kind === kind && each.author === author && each.on === on))
      return "the store"
    this.proposals.push({ kind, author, on, checks: [], altered: false, released: undefined })
    return this.#done("table-proposed", this.proposals.length - 1, on)
  }

  check(of: number, by: Person, on: string): Outcome {
    const proposed = this.proposals[of]
    if (!this.#may(by, reads, on)) return "evidence-team-only"
    if (proposed === undefined || proposed.altered) return "the store"
    if (proposed.author === by || proposed.checks.includes(by)) return "outputs-checked"
    proposed.checks.push(by)
    return this.#done("output-checked", of, on)
  }

  /** Whether a released table shows a count that this one withholds, or differs from it by a few children. */
  #isUnsafe(of: number): boolean {
    const kindOf = (at: number) => this.proposals[at]?.kind ?? "small"
    const kind = kindOf(of)
    if (kind === "given away") return true
    const beside = this.out.map(kindOf)
    return notBoth.some((pair) => pair.includes(kind) && beside.some((each) => each !== kind && pair.includes(each)))
  }

  release(of: number, by: Person, on: string): Outcome {
    const proposed = this.proposals[of]
    if (!this.#may(by, approves, on)) return "evidence-team-only"
    if (proposed === undefined || proposed.altered) return "the store"
    if (proposed.checks.length < 2) return "outputs-checked"
    if (!this.isReadable) return "the store"
    if (!this.isLive) return "aggregates-only-beyond-the-team"
    if (this.#isUnsafe(of)) return "small-cells-suppressed"
    if (proposed.released !== undefined) return "the store"
    proposed.released = { on, by }
    this.out.push(of)
    return this.#done("table-released", of, on)
  }

  /** One released table that is not as it was stops every reading of them. */
  get isReadable(): boolean {
    return this.out.every((at) => this.proposals[at]?.altered === false)
  }
}
