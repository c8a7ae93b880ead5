/** Gate: refuses a table finer than a region, unless a signed decision in force allows its places. */
import { Effect, Schema } from "effect"
import { Digest } from "../record/digest.ts"
import { RuleViolation } from "../rule-violation.ts"
import { type GeographyException, isGeographyException } from "./geography-exception.ts"
import { isWithin, LocalAuthority, type PublicationPlace } from "./geography-level.ts"
import { publicationGeographies } from "./table.ts"

/** Where a supervisor signs one. */
export const exceptionCommand = "ask -- release widen local-authority --because REASON --by SUPERVISOR"

const refused = new RuleViolation({
  rule: "aggregates-only-beyond-the-team",
  remedy: `publish for England or a region: finer geography waits for a signed decision (${exceptionCommand})`,
})

export const isPublishable = (place: string): boolean => publicationGeographies.some((each) => each === place)

/** A table's places, and the decision that it names. */
interface NamedPlaces {
  readonly geographies: readonly string[]
  readonly widenedBy?: Digest
}

const isInForce = (exception: GeographyException | undefined): exception is GeographyException =>
  exception !== undefined && isGeographyException(exception) && exception.endedOn === undefined

/** Whether the decision is in force and is for this geography. */
export const allowsGeography = (geography: string, exception: GeographyException | undefined): boolean =>
  isInForce(exception) && exception.facts.to === geography

export const isNamedBy = ({ geographies, widenedBy }: NamedPlaces, { id, facts }: GeographyException): boolean =>
  widenedBy === id && geographies.every((place) => isPublishable(place) || isWithin(facts.to, place))

/** Fails for a geography finer than a region, however the table came to be, unless it names this decision, which is in force. */
export const geographyGate = (
  table: NamedPlaces,
  exception?: GeographyException,
): Effect.Effect<void, RuleViolation> => {
  if (table.geographies.length === 0) return Effect.fail(refused)
  if (table.geographies.every(isPublishable)) return Effect.void
  return isInForce(exception) && isNamedBy(table, exception) ? Effect.void : Effect.fail(refused)
}

/** The places of a table to propose; for those finer than a region it asks for the decision. */
export const checkedPlaces = (
  geographies: readonly string[],
  exception?: GeographyException,
): Effect.Effect<{ readonly geographies: readonly PublicationPlace[]; readonly widenedBy?: Digest }, RuleViolation> => {
  const named = geographies.every(isPublishable) || exception === undefined ? {} : { widenedBy: exception.id }
  return Effect.as(geographyGate({ geographies, ...named }, exception), {
    geographies: geographies as readonly PublicationPlace[],
    ...named,
  })
}

/** The places of a proposed and stored table: finer places come with the decision that allows them. */
export const placeFields = {
  geographies: Schema.Array(Schema.Union([Schema.Literals(publicationGeographies), LocalAuthority])).check(
    Schema.isMinLength(1),
    Schema.isUnique(),
  ),
  widenedBy: Schema.optionalKey(Digest),
}

/** No place finer than a region without the decision, and no decision that widens nothing. */
export const hasAllowedPlaces = ({ geographies, widenedBy }: NamedPlaces): boolean | string =>
  geographies.every(isPublishable) === (widenedBy === undefined) || refused.remedy
