/** Beyond the evidence team go aggregate tables for England or a region, and nothing else. */
import { Effect, Option, Schema } from "effect"
import type { Breach } from "../breach.ts"
import { type PublicationGeography, publicationGeographies, type TableDraft } from "../disclosure/table.ts"
import { ReleasesNow } from "../evidence/releases-now.ts"
import { defineRule, noneOf, notChecked, RuleViolation } from "../rule.ts"

type TooFine<D extends TableDraft> = Exclude<D["geographies"][number], PublicationGeography>

/** `unknown` when a table is national or regional. */
export type NationalOrRegional<D extends TableDraft> = [TooFine<D>] extends [never]
  ? unknown
  : Breach<
      "aggregates-only-beyond-the-team",
      `publish for England or a region, not for "${TooFine<D>}": finer geography waits for a signed decision`
    >

/** Gives back a table to propose, which does not compile for a finer geography. */
export const nationalOrRegional = <const D extends TableDraft>(draft: D & NationalOrRegional<D>): D => draft

const remedy = "publish for England or a region: finer geography waits for a signed decision"

const isPublishable = (geography: string): boolean => publicationGeographies.some((each) => each === geography)

/** Fails for a geography finer than a region, however the table came to be. */
export const geographyGate = ({ geographies }: Pick<TableDraft, "geographies">): Effect.Effect<void, RuleViolation> =>
  geographies.length > 0 && geographies.every(isPublishable)
    ? Effect.void
    : Effect.fail(new RuleViolation({ rule: "aggregates-only-beyond-the-team", remedy }))

/** The geographies of a table as it is proposed and kept. */
export const Publishable = Schema.Array(Schema.Literals(publicationGeographies)).check(
  Schema.isMinLength(1),
  Schema.isUnique(),
)

export const aggregatesOnlyBeyondTheTeam = defineRule({
  id: "aggregates-only-beyond-the-team",
  statement: "Only aggregate tables leave the evidence team, for England or its regions.",
  source: { section: 5, quote: "Published analysis will be national or regional" },
  law: ["UK GDPR Art 5(1)(c)", "UK GDPR Art 84B", "DPA 2018 s19"],
  enforcedBy: ["types", "schema", "runtime", "database"],
  audit: Effect.gen(function* () {
    const releases = yield* Effect.serviceOption(ReleasesNow)
    if (Option.isNone(releases)) return notChecked("the releases could not be read here")
    const tables = releases.value.tables.map(({ proposal }) => proposal)
    if (tables.length === 0) return notChecked("no table has been released")
    const finer = tables.filter(({ facts }) => !facts.geographies.every(isPublishable))
    const places = [...new Set(tables.flatMap(({ facts }) => facts.geographies))].sort()
    return noneOf(
      finer.map(({ id }) => `table ${id.slice(0, 8)} is of a geography finer than a region`),
      `${tables.length === 1 ? "1 table is" : `${tables.length} tables are`} released, of ${places.join(", ")}`,
    )
  }),
  examples: {
    decode: Schema.decodeUnknownResult(Publishable),
    accepts: { England: ["England"], "a region": ["E12000007"], both: ["England", "E12000001"] },
    refuses: {
      "a local authority": ["E09000007"],
      "England and a neighbourhood": ["England", "E01000001"],
      "another country": ["Wales"],
      "a region by its name": ["London"],
      "a region twice": ["E12000007", "E12000007"],
      nowhere: [],
      "rows of answers": [{ age: "11" }],
    },
  },
})
