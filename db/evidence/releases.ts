/** Proposals, checks and releases, kept as the transitions gave them and read back whole and unchanged, or not at all. */
import { Effect } from "effect"
import type { Transaction } from "kysely"
import { PersonId } from "../../policy/capability/member.ts"
import { Day } from "../../policy/civil-day.ts"
import type { CellKey } from "../../policy/disclosure/audit/ledger.ts"
import { type OutputCheck, restoreCheck } from "../../policy/disclosure/output-check.ts"
import { type Proposal, restoreProposal } from "../../policy/disclosure/proposal.ts"
import { contentOf, restoreReleased } from "../../policy/disclosure/release.ts"
import type { Widening } from "../../policy/disclosure/widening.ts"
import { Digest } from "../../policy/evidence/digest.ts"
import type { KeptRelease } from "../../policy/evidence/releases-now.ts"
import { StoreUnavailable } from "../collection/store-unavailable.ts"
import type { Connection } from "../connect.ts"
import { parts } from "../parts.ts"
import { bodiesOf } from "./recorded.ts"
import type { EvidenceTables, ProposalTable } from "./schema.ts"
import { wideningsOf } from "./widenings.ts"

type Db = Connection<EvidenceTables>

const rowsAStatement = 250

/** The proof comes last: no cell is added after it. */
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
  for (const part of parts(rows, rowsAStatement)) await transaction.insertInto("proposal_cell").values(part).execute()
  const witnesses = JSON.stringify(facts.witnesses)
  await transaction.insertInto("proposal_proof").values({ proposal: id, witnesses }).execute()
}

export const keepCheck = async (
  transaction: Transaction<EvidenceTables>,
  { of, person, on }: OutputCheck,
): Promise<void> => {
  await transaction.insertInto("output_check").values({ proposal: of, person, checked_on: on }).execute()
}

/** `after` is how many had been released when it was audited: what was released meanwhile refuses it. */
export const keepRelease = async (
  transaction: Transaction<EvidenceTables>,
  { proposal, approver, table }: KeptRelease,
  { after, digest }: { readonly after: number; readonly digest: Digest },
): Promise<void> => {
  const { audit, releasedOn } = table
  await transaction
    .insertInto("table_release")
    .values({ place: after + 1, proposal: proposal.id, approver, audit, digest, released_on: releasedOn })
    .execute()
}

/** What is known of a proposal without its cells. */
export interface Standing {
  readonly id: string
  readonly title: string
  readonly proposedOn: string
  readonly checks: number
  readonly releasedOn: string | undefined
}

export const standings = async ({ db }: Db): Promise<readonly Standing[]> => {
  const proposals = await db
    .selectFrom("proposal")
    .select(["id", "title", "proposed_on"])
    .orderBy("proposed_on")
    .orderBy("id")
    .execute()
  const checks = Map.groupBy(await db.selectFrom("output_check").selectAll().execute(), ({ proposal }) => proposal)
  const released = new Map(
    (await db.selectFrom("table_release").selectAll().execute()).map((row) => [row.proposal, row.released_on]),
  )
  return proposals.map(({ id, title, proposed_on }) => ({
    ...{ id, title, proposedOn: proposed_on },
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

const read = async (connection: Db, row: ProposalTable): Promise<Proposal> => {
  const { id, author, title, cut, proposed_on, widened_by: widenedBy } = row
  const proof = await connection.db
    .selectFrom("proposal_proof")
    .selectAll()
    .where("proposal", "=", id)
    .executeTakeFirstOrThrow()
  const facts = {
    ...{ author, title, cut, proposedOn: proposed_on },
    geographies: JSON.parse(row.geographies),
    ...(widenedBy === null ? {} : { widenedBy }),
    dimensions: JSON.parse(row.dimensions),
    hierarchies: JSON.parse(row.hierarchies),
    cells: await cellsOf(connection, id),
    witnesses: JSON.parse(proof.witnesses),
  }
  return Effect.runPromise(restoreProposal({ id, facts }))
}

const checksOf = async ({ db }: Db, proposal: string): Promise<readonly OutputCheck[]> => {
  const rows = await db
    .selectFrom("output_check")
    .selectAll()
    .where("proposal", "=", proposal)
    .orderBy("checked_on")
    .orderBy("person")
    .execute()
  return Effect.runPromise(
    Effect.forEach(rows, ({ person, checked_on }) => restoreCheck({ of: proposal, person, on: checked_on })),
  )
}

export interface ProposalNow {
  readonly proposal: Proposal
  readonly checks: readonly OutputCheck[]
  /** The decision that it names, where it is finer than a region. */
  readonly widened?: Widening | undefined
}

export const proposalOf = async (connection: Db, id: string): Promise<ProposalNow | undefined> => {
  const row = await connection.db.selectFrom("proposal").selectAll().where("id", "=", id).executeTakeFirst()
  if (row === undefined) return undefined
  const found = { proposal: await read(connection, row), checks: await checksOf(connection, id) }
  if (row.widened_by === null) return found
  const widened = (await wideningsOf(connection)).find((each) => each.id === row.widened_by)
  if (widened === undefined) throw new StoreUnavailable({ failure: "refused" })
  return { ...found, widened }
}

/** In the order of release, each as the ledger of decisions has it. */
export const releasesOf = async (connection: Db): Promise<readonly KeptRelease[]> => {
  const rows = await connection.db.selectFrom("table_release").selectAll().orderBy("place").execute()
  const recorded = await bodiesOf(connection, "table-released")
  const released: KeptRelease[] = []
  for (const [at, { proposal: id, approver, audit, digest, released_on }] of rows.entries()) {
    const body = recorded[at]
    const found = await proposalOf(connection, id)
    if (found === undefined || body?.proposal !== id || body.table !== digest || body.audit !== audit)
      throw new StoreUnavailable({ failure: "refused" })
    const content = contentOf(found.proposal, Digest.make(audit), Day.make(released_on))
    const table = await Effect.runPromise(restoreReleased(content, body.table))
    released.push({ ...found, approver: PersonId.make(approver), table })
  }
  return released
}

/** The key of a record is the first half of its id. */
export const recordKeys = async ({ db }: Db): Promise<readonly CellKey[]> => {
  const rows = await db.selectFrom("kept_response").select("id").execute()
  return rows.map(({ id }) => BigInt(`0x${id.subarray(0, 8).toHex()}`))
}
