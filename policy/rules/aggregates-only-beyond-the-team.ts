/** Beyond the evidence team go aggregate tables for England or a region, and nothing finer unless a signed decision widens it. */
import { Effect, Option, Schema } from "effect"
import type { Breach } from "../breach.ts"
import { isWithin, LocalAuthority, type PublicationPlace } from "../disclosure/finer-geography.ts"
import { type PublicationGeography, publicationGeographies, type TableDraft } from "../disclosure/table.ts"
import { isWidening, type Widening } from "../disclosure/widening.ts"
import { Digest } from "../evidence/digest.ts"
import { type KeptRelease, ReleasesNow } from "../evidence/releases-now.ts"
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

/** Where a supervisor signs one. */
export const howToWiden = "ask -- release widen local-authority --because REASON --by SUPERVISOR"

const refused = new RuleViolation({
  rule: "aggregates-only-beyond-the-team",
  remedy: `publish for England or a region: finer geography waits for a signed decision (${howToWiden})`,
})

const isPublishable = (place: string): boolean => publicationGeographies.some((each) => each === place)

/** A table's places, and the decision that it names. */
interface Placed {
  readonly geographies: readonly string[]
  readonly widenedBy?: Digest
}

const isInForce = (widened: Widening | undefined): widened is Widening =>
  widened !== undefined && isWidening(widened) && widened.endedOn === undefined

/** Whether the decision is in force and is for this geography. */
export const isWidenedTo = (geography: string, widened: Widening | undefined): boolean =>
  isInForce(widened) && widened.facts.to === geography

const isNamed = ({ geographies, widenedBy }: Placed, { id, facts }: Widening): boolean =>
  widenedBy === id && geographies.every((place) => isPublishable(place) || isWithin(facts.to, place))

/** Fails for a geography finer than a region, however the table came to be, unless it names this decision, which is in force. */
export const geographyGate = (table: Placed, widened?: Widening): Effect.Effect<void, RuleViolation> => {
  if (table.geographies.length === 0) return Effect.fail(refused)
  if (table.geographies.every(isPublishable)) return Effect.void
  return isInForce(widened) && isNamed(table, widened) ? Effect.void : Effect.fail(refused)
}

/** The places of a table to propose; for those finer than a region it asks for the decision. */
export const placesOf = (
  geographies: readonly string[],
  widened?: Widening,
): Effect.Effect<{ readonly geographies: readonly PublicationPlace[]; readonly widenedBy?: Digest }, RuleViolation> => {
  const placed = geographies.every(isPublishable) || widened === undefined ? {} : { widenedBy: widened.id }
  return Effect.as(geographyGate({ geographies, ...placed }, widened), {
    geographies: geographies as readonly PublicationPlace[],
    ...placed,
  })
}

/** Of a table as it is proposed and kept: finer places stand beside the decision that allows them. */
export const placed = {
  geographies: Schema.Array(Schema.Union([Schema.Literals(publicationGeographies), LocalAuthority])).check(
    Schema.isMinLength(1),
    Schema.isUnique(),
  ),
  widenedBy: Schema.optionalKey(Digest),
}

/** No place finer than a region without the decision, and no decision that widens nothing. */
export const isPlaced = ({ geographies, widenedBy }: Placed): boolean | string =>
  geographies.every(isPublishable) === (widenedBy === undefined) || refused.remedy

const short = (digest: string): string => digest.slice(0, 8)

/** Whether the decision that a released table names allowed it when it was proposed and when it was released. */
const wasAllowed = ({ proposal: { facts }, table: { releasedOn }, widened }: KeptRelease): boolean => {
  if (facts.geographies.every(isPublishable)) return true
  if (widened === undefined || !isWidening(widened) || !isNamed(facts, widened)) return false
  return widened.facts.on <= facts.proposedOn && (widened.endedOn === undefined || releasedOn <= widened.endedOn)
}

/** Who decided, when and why, for whoever checks and for the report. */
export const decisionTold = ({ id, facts: { to, role, on, because }, endedOn }: Widening): string => {
  const allows = endedOn === undefined ? "allows" : `allowed until ${endedOn}`
  return `decision ${short(id)} of ${on} by a ${role} ${allows} publication by ${to}: ${because.replace(/\.$/, "")}`
}

/** Where finer than a region, so many places and the decision; all others by name. */
const placesTold = (releases: readonly KeptRelease[]): string => {
  const coarse = [...new Set(releases.flatMap(({ proposal }) => proposal.facts.geographies.filter(isPublishable)))]
  const finer = releases.flatMap(({ proposal: { id, facts } }) => {
    const places = facts.geographies.filter((place) => !isPublishable(place)).length
    const authorities = places === 1 ? "1 local authority" : `${places} local authorities`
    return places === 0 ? [] : [`table ${short(id)} of ${authorities} by decision ${short(facts.widenedBy ?? "")}`]
  })
  return [...(coarse.length === 0 ? [] : [`of ${coarse.sort().join(", ")}`]), ...finer].join("; ")
}

export const aggregatesOnlyBeyondTheTeam = defineRule({
  id: "aggregates-only-beyond-the-team",
  statement:
    "Only aggregate tables leave the evidence team, for England or its regions unless a signed decision widens it.",
  source: { section: 5, quote: "Published analysis will be national or regional" },
  law: ["UK GDPR Art 5(1)(c)", "UK GDPR Art 84B", "DPA 2018 s19"],
  enforcedBy: ["types", "schema", "runtime", "database"],
  audit: Effect.gen(function* () {
    const found = yield* Effect.serviceOption(ReleasesNow)
    if (Option.isNone(found)) return notChecked("the releases could not be read here")
    const { tables, widenings = [] } = found.value
    const decisions = widenings.map(decisionTold)
    if (tables.length === 0) return notChecked(["no table has been released", ...decisions].join("; "))
    return noneOf(
      tables
        .filter((release) => !wasAllowed(release))
        .map(({ proposal }) => `table ${short(proposal.id)} is finer than a region, and no decision allowed it`),
      [
        `${tables.length === 1 ? "1 table is" : `${tables.length} tables are`} released, ${placesTold(tables)}`,
        ...decisions,
      ].join("; "),
    )
  }),
  examples: {
    decode: Schema.decodeUnknownResult(Schema.Struct(placed).check(Schema.makeFilter(isPlaced)), {
      onExcessProperty: "error",
    }),
    accepts: {
      England: { geographies: ["England"] },
      "a region": { geographies: ["E12000007"] },
      both: { geographies: ["England", "E12000001"] },
      "a local authority beside the decision": { geographies: ["England", "E09000007"], widenedBy: "d".repeat(64) },
    },
    refuses: {
      "a local authority": { geographies: ["E09000007"] },
      "England and a local authority": { geographies: ["England", "E09000007"] },
      "a local authority by leave": { geographies: ["E09000007"], widenedBy: true },
      "a neighbourhood beside the decision": { geographies: ["E01000001"], widenedBy: "d".repeat(64) },
      "a postcode sector beside the decision": { geographies: ["SW1A 1"], widenedBy: "d".repeat(64) },
      "England beside a decision that it has no need of": { geographies: ["England"], widenedBy: "d".repeat(64) },
      "England and a neighbourhood": { geographies: ["England", "E01000001"] },
      "another country": { geographies: ["Wales"] },
      "a region by its name": { geographies: ["London"] },
      "a region twice": { geographies: ["E12000007", "E12000007"] },
      nowhere: { geographies: [] },
      "rows of answers": { geographies: [{ age: "11" }] },
    },
  },
})
