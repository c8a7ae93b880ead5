/** Reports each commitment that only people can keep: attested with evidence, lapsed by the clock, or missing. */
import { type Attestation, type AttestationState, attestable, attestationState } from "../dpia/attestation.ts"
import type { Section } from "../dpia/document/section.ts"
import type { RuleId } from "../rule-id.ts"

export interface AttestationReport {
  readonly id: string
  readonly section: Section
  readonly quote: string
  /** What people do to keep it. */
  readonly what: string
  readonly rule: RuleId
  readonly state: AttestationState
  /** Absent while nothing was ever attested. A person appears by role. */
  readonly given?: {
    readonly by: string
    readonly on: string
    readonly until: string
    readonly reference: string
    readonly digest: string
  }
}

/** How many of a list are attested, lapsed and missing. */
export type AttestationCounts = Readonly<Record<AttestationState, number>>

const givenOf = ({ role, on, until, reference, digest }: Attestation) => ({
  given: { by: role.replaceAll("-", " "), on, until, reference, digest },
})

export const attestationReports = (all: readonly Attestation[], today: string): readonly AttestationReport[] =>
  attestable.map(({ id, section, quote, rule, how }) => {
    const given = all.find(({ commitment }) => commitment === id)
    const state = attestationState(given, today)
    return {
      ...{ id, section, quote, what: how?.people ?? "", rule, state },
      ...(given !== undefined && state !== "missing" && givenOf(given)),
    }
  })

export const attestationCounts = (all: readonly AttestationReport[]): AttestationCounts => {
  const count = (state: AttestationState): number => all.filter((each) => each.state === state).length
  return { attested: count("attested"), lapsed: count("lapsed"), missing: count("missing") }
}

const who = "a person on the list (ask -- declare attestation)"

/** One line for those that lapsed, by id, and one for those that nobody has attested. */
export const attestationsNeeded = (
  all: readonly AttestationReport[],
  today: string,
  opens: string,
): ReadonlyArray<{ readonly what: string; readonly who: string; readonly by: string }> => {
  const named = (state: AttestationState) => all.flatMap((each) => (each.state === state ? [each.id] : []))
  const [lapsed, missing] = [named("lapsed"), named("missing")]
  return [
    ...(lapsed.length > 0 ? [{ what: `Attest again what has lapsed: ${lapsed.join(", ")}`, who, by: today }] : []),
    ...(missing.length > 0
      ? [{ what: `Attest ${missing.length} of ${all.length} commitments that only people can keep`, who, by: opens }]
      : []),
  ]
}
