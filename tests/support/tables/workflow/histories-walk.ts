/** A history walked through a real store: each step does or is refused what the model says, and the store ends as the model does. */
import { Clock, Effect, Exit, Scope, Stream } from "effect"
import { sql } from "kysely"
import { expect } from "vitest"
import { type Connection, connect, type Source } from "../../../../db/connect.ts"
import { Evidence, openEvidence } from "../../../../db/evidence/evidence.ts"
import type { EvidenceTables } from "../../../../db/evidence/schema.ts"
import { teamOf } from "../../../../db/evidence/team.ts"
import { grant } from "../../../../policy/capability/capability.ts"
import type { Team } from "../../../../policy/capability/member.ts"
import { proposeTable } from "../../../../policy/release/proposal.ts"
import type { Released } from "../../../../policy/release/released.ts"
import { isSmall } from "../../../../policy/release/small-count.ts"
import { CollectionWindow } from "../../../../policy/window.ts"
import { check } from "../../../../src/tables/workflow/check.ts"
import { releaseTable } from "../../../../src/tables/workflow/release.ts"
import { clockAt } from "../../clock.ts"
import { declaredFor } from "../../policy/declared.ts"
import { day, memberOf, midday, personOf } from "../../policy/team.ts"
import type { Engine } from "../../store.ts"
import type { alterations, Command } from "./histories-commands.ts"
import { type Kind, Model, type Outcome, type Person, people, tables } from "./histories-model.ts"

const changes = {
  title: ["proposal", "proposal_is_final", "title = title || '.' where id"],
  cell: ["proposal_cell", "cell_is_final", "responses = responses + 1 where place = 0 and proposal"],
  withheld: ["proposal_cell", "cell_is_final", "responses = responses + 1 where published = 0 and proposal"],
  proof: ["proposal_proof", "proof_is_final", "witnesses = '[{}]' where proposal"],
} as const

const declared = declaredFor(Object.values(tables))

const onTheWayOut: readonly string[] = ["table-proposed", "output-checked", "table-released"]

/** How often each step had each outcome, so that a history that reaches nothing is known. */
export type Reached = Map<string, number>

const personCalled = (person: Person) => {
  const [role, number] = people[person]
  return personOf(role, number)
}

/** Checks the released tables themselves: no small count, no difference of a few, no count that another table withholds. */
const toldNothing = (out: readonly Released[]): void => {
  const counts = out.map(({ dimensions, cells }) => {
    const nameOf = (labels: readonly string[]) =>
      labels.flatMap((label, at) => (label === "Total" ? [] : `${dimensions[at]?.name} ${label}`)).join(", ")
    return new Map(cells.map(({ labels, count }) => [nameOf(labels), count]))
  })
  for (const one of counts)
    for (const [name, told] of one) {
      expect(told !== "[c]" && isSmall(told), name).toBe(false)
      for (const another of counts) {
        const also = another.get(name) ?? told
        if (told === "[c]" || also === "[c]") expect(also, name).toBe(told)
        else expect(isSmall(Math.abs(told - also)), name).toBe(false)
      }
    }
}

export class Walk {
  readonly model: Model
  readonly engine: Engine
  readonly source: Source
  readonly ids: string[] = []
  readonly reached: Reached
  instant = midday("2021-06-01")
  evidence: Evidence["Service"] | undefined
  #scope: Scope.Closeable | undefined
  #raw: Connection<EvidenceTables> | undefined

  constructor(engine: Engine, source: Source, isLive: boolean, reached: Reached) {
    this.reached = reached
    this.engine = engine
    this.source = source
    this.model = new Model(isLive)
  }

  count(what: string): void {
    this.reached.set(what, (this.reached.get(what) ?? 0) + 1)
  }

  get today(): string {
    return new Date(this.instant).toISOString().slice(0, 10)
  }

  get db() {
    this.#raw ??= connect<EvidenceTables>(this.source)
    return this.#raw.db
  }

  async open(): Promise<void> {
    await this.close()
    const scope = await Effect.runPromise(Scope.make())
    this.#scope = scope
    const mode = this.model.isLive ? "live" : "rehearsal"
    this.evidence = await Effect.runPromise(openEvidence({ source: this.source, mode }).pipe(Scope.provide(scope)))
  }

  async close(): Promise<void> {
    if (this.#scope !== undefined) await Effect.runPromise(Scope.close(this.#scope, Exit.void))
    await this.#raw?.db.destroy()
    this.#scope = undefined
    this.#raw = undefined
  }

  get store(): Evidence["Service"] {
    if (this.evidence === undefined) throw new Error("the store is not open")
    return this.evidence
  }

  run<A, E>(work: Effect.Effect<A, E, Evidence | Team | CollectionWindow>): Promise<A> {
    return work.pipe(
      Effect.provide(teamOf(this.store)),
      Effect.provideService(Evidence, this.store),
      Effect.provideService(CollectionWindow, "always"),
      Effect.provideService(
        Clock.Clock,
        clockAt(() => this.instant),
      ),
      Effect.runPromise,
    )
  }

  outcome<A, E extends object>(work: Effect.Effect<A, E, Evidence | Team | CollectionWindow>): Promise<string> {
    return this.run(
      Effect.match(work, {
        onSuccess: () => "done",
        onFailure: (error) => ("rule" in error ? String(error.rule) : "the store"),
      }),
    )
  }

  agree(wanted: Outcome, found: string, what: unknown): void {
    expect(found, JSON.stringify(what)).toBe(wanted)
    this.count(`${(what as Command).do}: ${wanted}`)
  }

  async train(person: Person): Promise<void> {
    if (person === "stranger") return
    const [role, number] = people[person]
    await this.run(this.store.keepMember(memberOf(role, { trainedOn: day(this.today) }, number)))
    this.model.trained.set(person, this.today)
  }

  async propose(kind: Kind, by: Person): Promise<string> {
    const { store, ids } = this
    const proposing = Effect.gen(function* () {
      const step = yield* proposeTable(yield* grant("read-responses", personCalled(by)), tables[kind])
      yield* store.outputs.keepProposal(step)
      ids.push(step.state.id)
    })
    return this.outcome(proposing)
  }

  /** Tries by SQL, past the gates: a check by the author, one given twice, a release that two did not check. */
  async past(of: number, by: Person): Promise<void> {
    const [proposed, proposal] = [this.model.proposals[of], this.ids[of] ?? ""]
    if (proposed === undefined) return
    const trying = async (what: string, insert: { execute: () => Promise<unknown> }) => {
      await expect(insert.execute(), what).rejects.toThrow()
      this.count(`by SQL: ${what}`)
    }
    const seen = { proposal, checked_on: this.today }
    for (const person of [proposed.author, ...proposed.checks])
      await trying("a check", this.db.insertInto("output_check").values({ ...seen, person: personCalled(person) }))
    if (this.model.isLive && proposed.checks.length >= 2 && proposed.released === undefined) return
    const release = { proposal, approver: personCalled(by), audit: proposal, digest: proposal, released_on: this.today }
    await trying(
      "a release",
      this.db.insertInto("table_release").values({ ...release, place: this.model.out.length + 1 }),
    )
  }

  /** As an administrator could who takes a safeguard away first. */
  async alter(of: number, what: (typeof alterations)[number]): Promise<void> {
    const proposed = this.model.proposals[of]
    if (proposed === undefined || proposed.altered) return
    if (what === "withheld" && tables[proposed.kind].cells.every(({ published }) => published)) return
    const [table, trigger, set] = changes[what]
    const on = this.engine === "postgres" ? ` on ${table}` : ""
    await sql.raw(`drop trigger if exists ${trigger}${on}`).execute(this.db)
    await sql.raw(`update ${table} set ${set} = '${this.ids[of]}'`).execute(this.db)
    proposed.altered = true
    await expect(this.run(this.store.outputs.proposal(this.ids[of] ?? ""))).rejects.toThrow()
    this.count(`altered: ${what}`)
  }

  async carry(kind: Kind, by: Person): Promise<void> {
    await this.do({ do: "propose", kind, by })
    const which = this.model.proposals.length - 1
    if (which < 0) return
    for (const each of (["ann", "ben", "cat"] as const).filter((person) => person !== by)) {
      await this.do({ do: "check", which, by: each })
      await this.past(which, "supervisor")
    }
    await this.do({ do: "release", which, by: "supervisor" })
  }

  async do(each: Command): Promise<void> {
    const { model, today } = this
    const of = "which" in each ? each.which % Math.max(model.proposals.length, 1) : 0
    const id = this.ids[of] ?? "0".repeat(64)
    switch (each.do) {
      case "propose":
        return this.agree(model.propose(each.kind, each.by, today), await this.propose(each.kind, each.by), each)
      case "check": {
        const found = await this.outcome(
          Effect.flatMap(grant("check-output", personCalled(each.by)), (may) => check(id, may)),
        )
        return this.agree(model.check(of, each.by, today), found, each)
      }
      case "release": {
        const mode = model.isLive ? "live" : "rehearsal"
        const found = await this.outcome(
          Effect.flatMap(grant("release-table", personCalled(each.by)), (may) =>
            releaseTable(id, may, { mode, declared }),
          ),
        )
        return this.agree(model.release(of, each.by, today), found, each)
      }
      case "carry":
        return this.carry(each.kind, each.by)
      case "leave":
        await this.run(this.store.dropMember(personCalled(each.by)))
        return void model.trained.delete(each.by)
      case "train":
        return this.train(each.by)
      case "wait":
        this.instant += each.days * 86_400_000
        return
      case "reopen":
        return this.open()
      case "past the gates":
        return this.past(of, each.by)
      case "alter":
        return this.alter(of, each.what)
    }
  }

  async agrees(): Promise<void> {
    const { model, ids, store } = this
    const standing = model.proposals.map(({ on, checks, released }, at) => ({
      ...{ id: ids[at], proposedOn: on, checks: checks.length, releasedOn: released?.on },
    }))
    const found = (await this.run(store.outputs.standings)).map(({ id, proposedOn, checks, releasedOn }) => ({
      ...{ id, proposedOn, checks, releasedOn },
    }))
    expect(new Set(found)).toEqual(new Set(standing))
    await this.run(store.verify())
    const rows = (await this.run(Stream.runCollect(store.ledger))).filter(({ kind }) => onTheWayOut.includes(kind))
    expect(rows.map(({ kind, body }) => ({ kind, of: JSON.parse(body).proposal, on: JSON.parse(body).on }))).toEqual(
      model.ledger.map(({ kind, of, on }) => ({ kind, of: ids[of], on })),
    )
    if (!model.isReadable) return expect(this.run(store.outputs.releases)).rejects.toThrow()
    const out = await this.run(store.outputs.releases)
    expect(out.map(({ proposal, approver, table }) => [proposal.id, approver, table.releasedOn])).toEqual(
      model.out.map((at) => {
        const { released } = model.proposals[at] ?? {}
        return [ids[at], released && personCalled(released.by), released?.on]
      }),
    )
    for (const [at, { table, proposal, checks }] of out.entries()) {
      const { cells } = tables[model.proposals[model.out[at] ?? 0]?.kind ?? "small"]
      expect(table.cells).toEqual(
        cells.map(({ labels, count: held, published }) => ({ labels, count: published ? held : "[c]" })),
      )
      const checkers = new Set(checks.filter(({ on }) => on <= table.releasedOn).map(({ person }) => person))
      checkers.delete(proposal.facts.author)
      expect(checkers.size).toBeGreaterThan(1)
    }
    toldNothing(out.map(({ table }) => table))
  }
}
