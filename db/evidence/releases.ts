/** Stores proposals, checks and releases, and reads them only if they are complete and match the ledger. */
import { Effect, Schema } from "effect"
import type { Transaction } from "kysely"
import { PersonId } from "../../policy/capability/member.ts"
import { Day } from "../../policy/civil-day.ts"
import { Digest } from "../../policy/record/digest.ts"
import { StoredChecks } from "../../policy/release/checker-gate.ts"
import type { GeographyException } from "../../policy/release/geography-exception.ts"
import { type OutputCheck, restoreCheck } from "../../policy/release/output-check.ts"
import { type Proposal, restoreProposal } from "../../policy/release/proposal.ts"
import { contentOf, restoreReleased } from "../../policy/release/release.ts"
import type { StoredRelease } from "../../policy/release/released-tables.ts"
import { chunksOf } from "../chunks.ts"
import type { Connection } from "../connect.ts"
import type { StoreUnavailable } from "../store-unavailable.ts"
import type { EvidenceStore } from "./evidence-store.ts"
import { bodiesOf } from "./ledger-entries.ts"
import { refuseUnless } from "./require-change.ts"
import type { EvidenceTables, ProposalTable } from "./schema.ts"
import { wideningsOf } from "./widenings.ts"

type Db = Connection<EvidenceTables>

const rowsPerStatement = 250

/** Stores the proof last: no cell is added after it. */
export const keepProposal = async (
  transaction: Transaction<EvidenceTables>,
  { id, facts }: Proposal,
): Promise<void> => {
  const { author, title, cut, proposedOn, cells, widenedBy = null } = facts
  await transaction
    .insertInto("proposal")
    .values({
      ...{ id, author, title, cut },
      geographies: JSON.stringify(facts.geographies),
      dimensions: JSON.stringify(facts.dimensions),
      hierarchies: JSON.stringify(facts.hierarchies),
      proposed_on: proposedOn,
      widened_by: widenedBy,
    })
    .execute()
  const rows = cells.map(({ labels, count, published, key }, place) => ({
    ...{ proposal: id, place, labels: JSON.stringify(labels), responses: count },
    published: published ? 1 : 0,
    records_key: key,
  }))
  for (const chunk of chunksOf(rows, rowsPerStatement))
    await transaction.insertInto("proposal_cell").values(chunk).execute()
  const witnesses = JSON.stringify(facts.witnesses)
  await transaction.insertInto("proposal_proof").values({ proposal: id, witnesses }).execute()
}

export const keepCheck = async (
  transaction: Transaction<EvidenceTables>,
  { of, person, on }: OutputCheck,
): Promise<void> => {
  await transaction.insertInto("output_check").values({ proposal: of, person, checked_on: on }).execute()
}

const areChecked = Schema.is(StoredChecks)

/** `after` is the number of releases that its audit saw: a release in between makes the database refuse this one. */
export const keepRelease = async (
  transaction: Transaction<EvidenceTables>,
  { proposal, checks, approver, table }: StoredRelease,
  { after, digest }: { readonly after: number; readonly digest: Digest },
): Promise<void> => {
  const { author } = proposal.facts
  refuseUnless(areChecked({ author, checks: checks.map(({ person, on }) => ({ person, on })) }))
  const { audit, releasedOn } = table
  await transaction
    .insertInto("table_release")
    .values({ place: after + 1, proposal: proposal.id, approver, audit, digest, released_on: releasedOn })
    .execute()
}

/** A proposal without its cells. */
export interface ProposalSummary {
  readonly id: string
  readonly title: string
  /** The request, filters included. */
  readonly cut: string
  readonly proposedOn: string
  readonly checks: number
  readonly releasedOn: string | undefined
  readonly withdrawnOn: string | undefined
}

const withdrawnDays = Effect.fn("Evidence.withdrawnDays")(function* (store: EvidenceStore) {
  const bodies = yield* bodiesOf(store, "table-withdrawn")
  return new Map(bodies.map(({ proposal, on }) => [proposal as string, on]))
})

export const proposalSummaries = Effect.fn("Evidence.proposalSummaries")(function* (store: EvidenceStore) {
  const withdrawn = yield* withdrawnDays(store)
  const summaries = yield* store.run("proposalSummaries", summariesIn)
  return summaries.map((each): ProposalSummary => ({ ...each, withdrawnOn: withdrawn.get(each.id) }))
})

const summariesIn = async ({ db }: Db): Promise<readonly Omit<ProposalSummary, "withdrawnOn">[]> => {
  const proposals = await db
    .selectFrom("proposal")
    .select(["id", "title", "cut", "proposed_on"])
    .orderBy("proposed_on")
    .orderBy("id")
    .execute()
  const checks = Map.groupBy(await db.selectFrom("output_check").selectAll().execute(), ({ proposal }) => proposal)
  const released = new Map(
    (await db.selectFrom("table_release").selectAll().execute()).map((row) => [row.proposal, row.released_on]),
  )
  return proposals.map(({ id, title, cut, proposed_on }) => ({
    ...{ id, title, cut, proposedOn: proposed_on },
    checks: checks.get(id)?.length ?? 0,
    releasedOn: released.get(id),
  }))
}

const cellsOf = async ({ db }: Db, proposal: string) => {
  const rows = await db
    .selectFrom("proposal_cell")
    .selectAll()
    .where("proposal", "=", proposal)
    .orderBy("place")
    .execute()
  return rows.map(({ labels, responses, published, records_key }) => ({
    labels: JSON.parse(labels),
    count: responses,
    published: published === 1,
    key: records_key,
  }))
}

const read = Effect.fn("Evidence.readProposal")(function* (
  { run, inconsistent }: EvidenceStore,
  { id, author, title, cut, proposed_on, widened_by: widenedBy, ...row }: ProposalTable,
) {
  const proof = yield* run("proofRow", ({ db }) =>
    db.selectFrom("proposal_proof").selectAll().where("proposal", "=", id).executeTakeFirst(),
  )
  if (proof === undefined) return yield* inconsistent()
  const facts = {
    ...{ author, title, cut, proposedOn: proposed_on },
    geographies: JSON.parse(row.geographies),
    ...(widenedBy === null ? {} : { widenedBy }),
    dimensions: JSON.parse(row.dimensions),
    hierarchies: JSON.parse(row.hierarchies),
    cells: yield* run("cellRows", (here) => cellsOf(here, id)),
    witnesses: JSON.parse(proof.witnesses),
  }
  return yield* restoreProposal({ id, facts }).pipe(Effect.mapError(inconsistent))
})

const checksOf = Effect.fn("Evidence.readChecks")(function* ({ run, inconsistent }: EvidenceStore, proposal: string) {
  const rows = yield* run("checkRows", ({ db }) =>
    db
      .selectFrom("output_check")
      .selectAll()
      .where("proposal", "=", proposal)
      .orderBy("checked_on")
      .orderBy("person")
      .execute(),
  )
  return yield* Effect.forEach(rows, ({ person, checked_on }) =>
    restoreCheck({ of: proposal, person, on: checked_on }),
  ).pipe(Effect.mapError(inconsistent))
})

export interface ProposalNow {
  readonly proposal: Proposal
  readonly checks: readonly OutputCheck[]
  /** The decision that allows it to be finer than a region. */
  readonly exception?: GeographyException | undefined
}

export const proposalOf = Effect.fn("Evidence.proposal")(function* (
  store: EvidenceStore,
  id: string,
): Effect.fn.Return<ProposalNow | undefined, StoreUnavailable> {
  const row = yield* store.run("proposalRow", ({ db }) =>
    db.selectFrom("proposal").selectAll().where("id", "=", id).executeTakeFirst(),
  )
  if (row === undefined) return undefined
  const proposal = yield* read(store, row)
  const checks = yield* checksOf(store, id)
  if (row.widened_by === null) return { proposal, checks }
  const exception = (yield* wideningsOf(store)).find((each) => each.id === row.widened_by)
  if (exception === undefined) return yield* store.inconsistent()
  return { proposal, checks, exception }
})

/** In the order of release; each must match its ledger entry. */
export const releasesOf = Effect.fn("Evidence.releases")(function* (
  store: EvidenceStore,
): Effect.fn.Return<readonly StoredRelease[], StoreUnavailable> {
  const rows = yield* store.run("releaseRows", ({ db }) =>
    db.selectFrom("table_release").selectAll().orderBy("place").execute(),
  )
  const recorded = yield* bodiesOf(store, "table-released")
  const withdrawn = yield* withdrawnDays(store)
  return yield* Effect.forEach(rows, ({ proposal: id, approver, audit, digest, released_on }, at) =>
    Effect.gen(function* () {
      const body = recorded[at]
      const current = yield* proposalOf(store, id)
      if (current === undefined || body?.proposal !== id || body.table !== digest || body.audit !== audit)
        return yield* store.inconsistent()
      const content = contentOf(current.proposal, Digest.make(audit), Day.make(released_on))
      const table = yield* restoreReleased(content, body.table).pipe(Effect.mapError(store.inconsistent))
      return { ...current, approver: PersonId.make(approver), table, withdrawnOn: withdrawn.get(id) }
    }),
  )
})
