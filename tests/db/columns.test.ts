/** Reads columns of unlocked days from one snapshot of the evidence store, without the children's own words. */
import { Effect, Exit } from "effect"
import { sql } from "kysely"
import { describe, expect, test, vi } from "vitest"
import { type Columns, readColumns } from "../../db/evidence/columns/read-columns.ts"
import type { KeptResponseTable } from "../../db/evidence/schema.ts"
import { grant } from "../../policy/capability/capability.ts"
import type { PersonId } from "../../policy/capability/member.ts"
import { type Unlocked, unlock } from "../../policy/custody/unlock.ts"
import { CollectionWindow } from "../../policy/window.ts"
import { readResponses, resolveReader } from "../../src/tables/request/read-responses.ts"
import type { Variable } from "../../surveys/variables/variable.ts"
import { variables } from "../../surveys/variables/variables.ts"
import { columnsOf, heldIn } from "../support/drawn-columns.ts"
import { newEvidenceSource, openedEvidence, rawEvidence } from "../support/evidence.ts"
import { keepRows, keptRow } from "../support/kept-responses.ts"
import { memberOf } from "../support/policy/team.ts"
import { atEnd, engines } from "../support/store.ts"
import { matchedSamples } from "../support/transfer.ts"

const days = ["2026-03-02", "2026-03-03"] as const
const run = Effect.runPromise
const tags = ["evidence-team-only", "retention-reviewed-after-two-years"] as const

describe.each(engines)("columns from %s", (engine) => {
  const filled = async (count: number) => {
    const source = await newEvidenceSource(engine)
    const rows = matchedSamples(count, 7).map((matched, at) => keptRow(matched, days[at % 2] ?? days[0]))
    await keepRows(source, rows, { days })
    return { source, rows, evidence: await openedEvidence(source) }
  }
  const reading = async (
    { source, evidence }: Awaited<ReturnType<typeof filled>>,
    wanted: readonly Variable[],
  ): Promise<Columns> => {
    const { person, team } = await run(resolveReader<PersonId>(evidence, "rehearsal", undefined))
    return run(
      readResponses({ evidence, source, person, wanted }).pipe(
        Effect.provide(team),
        Effect.provideService(CollectionWindow, "always"),
      ),
    )
  }

  const byId = (rows: readonly KeptResponseTable[]) => rows.toSorted((a, b) => Buffer.compare(a.id, b.id))
  const keyOf = ({ id }: KeptResponseTable): bigint => BigInt(`0x${id.subarray(0, 8).toHex()}`)

  const unlockedAll = async ({ evidence }: Awaited<ReturnType<typeof filled>>): Promise<readonly Unlocked[]> => {
    const { person, team } = await run(resolveReader<PersonId>(evidence, "rehearsal", undefined))
    const unlocking = Effect.gen(function* () {
      const may = yield* grant("read-responses", person)
      return yield* Effect.forEach(yield* evidence.retentions, (state) => unlock(may, state))
    })
    const steps = await run(unlocking.pipe(Effect.provide(team), Effect.provideService(CollectionWindow, "always")))
    return steps.map(({ state }) => state)
  }

  test("hold every variable of every response with its key, read in pages", { tags: [...tags] }, async () => {
    const store = await filled(40)
    const rows = byId(store.rows)
    const expected = columnsOf(rows.map(heldIn), rows.map(keyOf))
    const unlocked = await unlockedAll(store)
    for (const pageSize of [7, 1_000]) {
      const { keys, columns } = await run(readColumns(store.source, unlocked, variables, { pageSize }))
      expect(keys).toEqual(expected.keys)
      const differing = [...expected.columns].filter(
        ([name, { codes, categories }]) =>
          `${columns.get(name)?.codes}` !== `${codes}` || columns.get(name)?.categories.length !== categories.length,
      )
      expect(differing.map(([name]) => name)).toEqual([])
    }
  })

  test("record each day's reading in the ledger", { tags: [...tags] }, async () => {
    const store = await filled(4)
    await reading(store, [])
    const role = "evidence-team"
    expect(await run(store.evidence.bodiesOf("responses-read"))).toEqual(
      days.map((of) => ({ power: "read-responses", role, of, purpose: "childhood-commission" })),
    )
  })

  test("are refused to a person who is not on the list, and nothing is recorded", { tags: [...tags] }, async () => {
    const { source, evidence } = await filled(4)
    const member = memberOf("head-of-data-science")
    for (const listed of [false, true]) {
      if (listed) await run(evidence.keepMember(member))
      const { person, team } = await run(resolveReader(evidence, "live", member.person))
      const refused = await run(
        Effect.flip(readResponses({ evidence, source, person, wanted: [] })).pipe(
          Effect.provide(team),
          Effect.provideService(CollectionWindow, "always"),
        ),
      )
      expect(refused.message).toContain(listed ? "not-for-this-role" : "not-on-the-list")
    }
    expect(await run(evidence.bodiesOf("responses-read"))).toEqual([])
    expect(Exit.isFailure(await Effect.runPromiseExit(resolveReader<PersonId>(evidence, "live", undefined)))).toBe(true)
  })

  test("are refused for a day that was not unlocked today, or by a forged unlock", { tags: [...tags] }, async () => {
    const store = await filled(4)
    const unlocked = await unlockedAll(store)
    const refusal = (given: readonly Unlocked[]) => run(Effect.flip(readColumns(store.source, given, [])))
    const alike = unlocked.map(({ of, on }) => ({ of, on }) as unknown as Unlocked)
    for (const given of [[], unlocked.slice(1), alike])
      expect(await refusal(given)).toMatchObject({ _tag: "ReadsLocked" })
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 2 * 86_400_000 })
    atEnd(() => vi.useRealTimers())
    expect(await refusal(unlocked)).toMatchObject({ _tag: "ReadsLocked" })
  })

  test("are refused for a day whose review is overdue", { tags: [...tags] }, async () => {
    const store = await filled(4)
    vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2029-01-01T12:00:00Z") })
    atEnd(() => vi.useRealTimers())
    await expect(reading(store, [])).rejects.toThrow("is overdue")
    expect(await run(store.evidence.bodiesOf("responses-read"))).toEqual([])
  })

  test("are refused for an answer that no form offers, without quoting the answer", async () => {
    const { source, evidence, rows } = await filled(4)
    const [row] = rows
    if (row === undefined) throw new Error("there is no row")
    const odd = {
      ...row,
      id: new Uint8Array(16),
      form: "9-12" as const,
      place: "not-asked",
      answers: '{"gender":"spaceship"}',
    }
    const { db } = rawEvidence(source)
    const nowhere = { local_authority: null, region: null, imd_decile: null, lsoa: null }
    await db
      .insertInto("kept_response")
      .values({ ...odd, ...nowhere })
      .execute()
    const failed = await reading({ source, evidence, rows }, variables).catch((error: Error) => error)
    expect(failed).toMatchObject({ _tag: "AnswerNotOffered", variable: "gender" })
    expect(failed).not.toMatchObject({ message: expect.stringContaining("spaceship") })
  })

  test("leave a child's own words unread", { tags: ["free-text-cleaned-before-analysis"] }, async () => {
    const store = await filled(6)
    await sql
      .raw(`drop table quarantine${engine === "postgres" ? " cascade" : ""}`)
      .execute(rawEvidence(store.source).db)
    expect((await reading(store, variables)).responses).toBe(6)
  })
})
