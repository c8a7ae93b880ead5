/** Both databases accept exactly the values that custody's decoders accept. */
import { Effect, Exit, Schema } from "effect"
import fc from "fast-check"
import { sql } from "kysely"
import { describe, expect, test } from "vitest"
import { Member } from "../../policy/capability/member.ts"
import { notOpen, openCollection } from "../../policy/custody/collection.ts"
import { restoreExtract } from "../../policy/custody/extract.ts"
import { extractCategories } from "../../policy/custody/extract-draft.ts"
import { restoreRetention } from "../../policy/custody/retention.ts"
import { dataCategories } from "../../policy/data/category.ts"
import { clearanceLevels, type Role, roles } from "../../policy/data/role.ts"
import { longestReason } from "../../policy/record/reason.ts"
import { newEvidenceSource, openedEvidence, rawEvidence } from "../support/evidence.ts"
import { window } from "../support/policy/custody.ts"
import { World } from "../support/policy/histories.ts"
import { engines } from "../support/store.ts"

const numRuns = process.env["FULL"] ? 2_000 : 150
const seed = Number(process.env["SEED"] ?? Date.now() % 2 ** 31)

const days = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom("2027-04-19", "2028-02-29", "2029-04-19", "2029-05-19", "2031-01-31") },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "2027-02-29",
      "2027-13-01",
      "2027-00-10",
      "2027-04-31",
      "1999-12-31",
      "2100-01-01",
      "2027-4-19",
      "2027-04-19T00:00:00Z",
      " 2027-04-19",
      "2027-04-19\n",
      "today",
      "infinity",
      "",
    ),
  },
)

const reason = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom("The page fails on one tablet.", "£20 – “not” 1", "abc", "a".repeat(longestReason)),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      "",
      "   ",
      "—",
      "ab",
      "123 456",
      "one\ntwo",
      "tab\there",
      "a".repeat(longestReason + 1),
      "naïve words",
      "emoji 😀 here",
      "[brackets] ^and-dash",
      "back\\slash words",
      "a word\0and more",
    ),
  },
  {
    weight: 1,
    arbitrary: fc.string({ unit: "binary", maxLength: 12 }).filter((text) => text.isWellFormed()),
  },
)

const hexOf = (length: number) =>
  fc.oneof(
    {
      weight: 8,
      arbitrary: fc.string({ unit: fc.constantFrom(..."0123456789abcdef"), minLength: length, maxLength: length }),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        "",
        "A".repeat(length),
        "g".repeat(length),
        "0".repeat(length - 1),
        "0".repeat(length + 1),
      ),
    },
  )
const digest = hexOf(64)
const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 4 })

describe.each(engines)("the decoders and %s", (engine) => {
  const store = async () => {
    const source = await newEvidenceSource(engine)
    const evidence = await openedEvidence(source)
    return { evidence, db: rawEvidence(source).db }
  }
  type Db = Awaited<ReturnType<typeof store>>["db"]

  /** Whether the database accepts it; the change is rolled back. */
  const takes = async (db: Db, insert: (transaction: Db) => Promise<unknown>): Promise<boolean> => {
    const undone = new Error("undone")
    return db
      .transaction()
      .execute(async (transaction) => {
        await insert(transaction as Db)
        throw undone
      })
      .catch((error) => error === undone)
  }

  const both = { taken: 0, refused: 0 }
  const agree = (decoded: boolean, stored: boolean, what: unknown): void => {
    expect(stored, JSON.stringify(what)).toBe(decoded)
    both[decoded ? "taken" : "refused"] += 1
  }
  const sawBoth = (): void => {
    expect(both.taken).toBeGreaterThan(numRuns / 20)
    expect(both.refused).toBeGreaterThan(numRuns / 20)
    Object.assign(both, { taken: 0, refused: 0 })
  }

  test("agree on an extract", { tags: ["processor-extracts-deleted-at-close"], timeout: 120_000 }, async () => {
    const { evidence, db } = await store()
    const opened = new World(Date.parse("2027-04-20T09:00:00Z"), window).run(openCollection(notOpen()))
    if (opened._tag === "Failure") throw new Error("it did not open")
    await Effect.runPromise(evidence.keepCollection(opened.success))
    await sql.raw(`drop trigger extract_begins_as_taken${engine === "postgres" ? " on extract" : ""}`).execute(db)
    const row = fc.record({
      id: digest,
      person: hexOf(16),
      reason,
      digest,
      taken_on: fc.oneof({ weight: 4, arbitrary: fc.constant("2027-04-20") }, { weight: 1, arbitrary: days }),
      expires_on: days,
      deleted_on: orNull(days),
      attestation: orNull(digest),
    })
    await fc.assert(
      fc.asyncProperty(row, async (each) => {
        const { id, person, taken_on, expires_on, deleted_on, attestation, ...same } = each
        const facts = { id, person, ...same, takenOn: taken_on, expiresOn: expires_on, fields: ["age"] }
        const isTaken = deleted_on === null && attestation === null
        const state = isTaken
          ? { state: "taken", facts }
          : { state: "deletion-certified", facts: { ...facts, deletedOn: deleted_on, attestation } }
        const decoded = Exit.isSuccess(Effect.runSyncExit(restoreExtract(state)))
        agree(decoded, await takes(db, (trial) => trial.insertInto("extract").values(each).execute()), each)
      }),
      { numRuns, seed },
    )
    sawBoth()
  })

  test("agree on each field that an extract may hold", {
    tags: ["processor-extracts-deleted-at-close"],
  }, async () => {
    const { db } = await store()
    if (engine === "sqlite") await sql`pragma foreign_keys = off`.execute(db)
    else await sql`alter table extract_field drop constraint extract_field_extract_fkey`.execute(db)
    for (const field of [...dataCategories, "name", ""]) {
      const taken = await takes(db, (trial) =>
        trial
          .insertInto("extract_field")
          .values({ extract: "0".repeat(64), field })
          .execute(),
      )
      expect(taken, field).toBe(extractCategories.some((category) => category === field))
    }
  })

  test("agree on a day's retention", { tags: ["retention-reviewed-after-two-years"], timeout: 120_000 }, async () => {
    const { db } = await store()
    await sql.raw(`drop trigger retention_begins_active${engine === "postgres" ? " on retention" : ""}`).execute(db)
    const unsaid = {
      decide_before: null,
      until: null,
      necessity: null,
      proportionality: null,
      destroyed_on: null,
      destroyed_by: null,
      scan: null,
      host: null,
    }
    const kept = {
      given_on: fc.oneof({ weight: 5, arbitrary: fc.constant("2027-04-19") }, { weight: 1, arbitrary: days }),
      due_on: days,
    }
    const row = fc.oneof(
      fc.record({ ...kept, state: fc.constantFrom("active", "kept"), until: fc.option(days, { nil: null, freq: 9 }) }),
      fc.record({ ...kept, state: fc.constantFrom("review-due", "review-overdue"), decide_before: orNull(days) }),
      fc.record({
        ...kept,
        state: fc.constant("extended"),
        until: orNull(days),
        necessity: orNull(reason),
        proportionality: orNull(reason),
      }),
      fc.record({
        given_on: days,
        due_on: fc.constant("2099-01-01"),
        state: fc.constant("destroyed"),
        destroyed_on: orNull(days),
        destroyed_by: fc.constantFrom("clock", "director-of-evidence", "head-of-data-science", "dpo", "nobody", null),
        scan: orNull(digest),
        host: orNull(digest),
      }),
    )
    // An extension has so few fields that every combination is tested.
    const [until, said] = ["2029-05-19", "The page fails on one tablet."] as const
    const extensions = [until, null].flatMap((last) =>
      [said, null].flatMap((necessity) =>
        [said, null].map((proportionality) => ({ until: last, necessity, proportionality })),
      ),
    )
    const extended = { given_on: "2027-04-19", due_on: "2029-04-19", state: "extended" } as const
    await fc.assert(
      fc.asyncProperty(row, async (said) => {
        const each = { ...unsaid, ...said }
        const {
          given_on: of,
          due_on: dueOn,
          state,
          decide_before: decideBefore,
          until,
          necessity,
          proportionality,
        } = each
        const certificate = {
          on: each.destroyed_on,
          by: each.destroyed_by,
          scan: each.scan,
          host: each.host ?? "missing",
        }
        const factsOf: Readonly<Record<string, object>> = {
          "review-due": { of, dueOn, decideBefore },
          "review-overdue": { of, dueOn, decideBefore },
          extended: { of, dueOn, until, necessity, proportionality },
          destroyed: { of, certificate },
        }
        const facts = factsOf[state] ?? { of, dueOn, ...(until !== null && { until }) }
        const decoded = Exit.isSuccess(Effect.runSyncExit(restoreRetention({ state, facts })))
        agree(decoded, await takes(db, (trial) => trial.insertInto("retention").values(each).execute()), each)
      }),
      {
        numRuns: numRuns * 2,
        seed,
        examples: extensions.map((each): [typeof extended & typeof each] => [{ ...extended, ...each }]),
      },
    )
    sawBoth()
  })

  test("agree on a member", { tags: ["evidence-team-only"], timeout: 120_000 }, async () => {
    const { db } = await store()
    const row = fc.record({
      person: hexOf(16),
      role: fc.constantFrom(...roles, "auditor"),
      project: fc.constantFrom("the-big-ask", "the-big-ask", "the-big-ask", "business-plan"),
      project_from: days,
      project_until: days,
      trained_on: days,
      clearance: fc.constantFrom(...clearanceLevels, ...clearanceLevels, "trusted"),
      clearance_until: days,
    })
    const isMember = Schema.is(Member)
    await fc.assert(
      fc.asyncProperty(row, async (each) => {
        const { person, role, project, project_from, project_until, trained_on, clearance, clearance_until } = each
        const dates = { from: project_from, until: project_until, trainedOn: trained_on }
        const member = { person, role, project, ...dates, clearance: { level: clearance, until: clearance_until } }
        agree(
          isMember(member),
          await takes(db, (trial) =>
            trial
              .insertInto("member")
              .values({ ...each, role: role as Role })
              .execute(),
          ),
          each,
        )
      }),
      { numRuns, seed },
    )
    sawBoth()
  })
})
