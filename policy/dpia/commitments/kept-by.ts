/** Names for each promise of the DPIA the evidence that keeps it, or says that nothing keeps it yet and which work will. */
import type { RuleId } from "../../rule-id.ts"
import type { Commitment, CommitmentId } from "./commitment.ts"

/** A test file of the project; by `tagged` its tests are those that carry the rule's tag. */
export interface ByTests {
  readonly tests: `tests/${string}`
  readonly tagged: boolean
}

export interface KeptBy {
  /** Empty where people attest, or where nothing keeps it yet. */
  readonly tests: readonly ByTests[]
  /** Whether the audit of its rule looks at it in the running stores. */
  readonly audited: boolean
  /** Whether people must attest it: no software can know. */
  readonly attested: boolean
  /** The part that no evidence covers, or all of it, and the work by its subject. */
  readonly notBuilt?: string | undefined
}

/** Rules whose audit is not built: nothing looks at their promises in the running stores. */
export const unaudited: readonly RuleId[] = ["free-text-cleaned-before-analysis", "raw-data-never-shared"]

const file = (name: string): ByTests => ({ tests: `tests/${name}`, tagged: false })

/** Nothing keeps these yet. */
const notBuilt: Partial<Record<CommitmentId, string>> = {
  C012: "a search of the cleaned file for records that are unique comes with the analysts' desk",
  C016: "the host's region is not recorded, and a start elsewhere is not refused, until operation on many machines",
  C042: "detectors and a reviewer come with the work on free text",
  C043: "detectors and a reviewer come with the work on free text",
  C047: "a search of the cleaned file for records that are unique comes with the analysts' desk",
  C077: "the drawn sample and its coding by hand come with the work on free text",
  C088: "a review entry for each change of a variable comes with signed decisions",
  C092: "no sharing can be recorded, so no notice can be held to it, until signed decisions",
  C105: "a reading names no purpose of its own until people sign in",
  C029: "a reading names no purpose of its own until people sign in",
  C113: "check digits of such numbers come with the work on free text",
  C133: "the register of risks is not in the report until the signed report",
  C135: "the log of actions is not in the report until the signed report",
}

/** Evidence keeps a part of these, and this part is missing. */
const inPart: Partial<Record<CommitmentId, string>> = {
  C018: "a power is claimed by an identity that anybody at the machine can type, until people sign in",
  C019: "the processor's access to the host itself ends by a record of people alone",
  C023: "a power is claimed by an identity that anybody at the machine can type, until people sign in",
  C026: "outbound calls are not counted until the host's network rules can be read",
  C027: "copies made past the platform cannot be seen",
  C028: "copies made past the platform cannot be seen",
  C031: "the deletion itself is attested by the processor",
  C041: "a child's personal words are sealed and kept apart, and are cleaned with the work on free text",
  C060: "the database refuses answers once closing has begun, and not by the window's dates",
  C068: "a review is raised and decided at the command line, by identities that anybody there can type",
  C069: "an extension is decided at the command line, by identities that anybody there can type",
  C070: "the host's own copies are destroyed by the host, whose certificate may be missing",
  C093: "a power is claimed by an identity that anybody at the machine can type, until people sign in",
  C094: "the dates of training are typed, and nobody compares them with a certificate",
  C095: "the dates of clearance are typed, and nobody compares them with a certificate",
  C096: "a power is claimed by an identity that anybody at the machine can type, until people sign in",
  C114: "complaints that come by another way than the form are not counted",
  C129: "a power is claimed by an identity that anybody at the machine can type, until people sign in",
}

/** Evidence of its own, next to the tests of its rule. */
const alsoBy: Partial<Record<CommitmentId, readonly ByTests[]>> = {
  C007: [file("e2e/axe.test.ts"), file("surveys/reading.test.ts")],
  C008: [file("policy/first-party-only.test.ts"), file("architecture/ways-out.test.ts")],
  C011: [file("policy/release/limits.test.ts")],
  C014: [file("architecture/ways-out.test.ts")],
  C026: [file("architecture/ways-out.test.ts"), file("architecture/memory.test.ts")],
  C035: [file("server/canaries.test.ts"), file("policy/scanned-places.test.ts")],
  C045: [file("server/canaries.test.ts"), file("architecture/memory.test.ts")],
  C055: [file("policy/declining.test.tsx")],
  C058: [file("policy/tags-of-every-form.test.ts")],
  C065: [file("policy/layers-agree.test.ts"), file("db/kept-responses.test.ts")],
  C072: [file("policy/declining.test.tsx")],
  C073: [file("surveys/reading.test.ts")],
  C076: [file("policy/keys-and-tokens.test.ts"), file("db/mixing.test.ts")],
  C102: [file("architecture/ways-out.test.ts")],
  C108: [file("policy/tags-of-every-form.test.ts")],
  C114: [file("server/complaint.test.ts")],
  C122: [file("db/assets.test.ts")],
  C130: [file("db/transfer.test.ts")],
  C134: [file("policy/opening.test.ts")],
}

const ofRule = ({ rule }: Commitment): ByTests => ({ tests: `tests/policy/${rule}.test.ts`, tagged: true })

/** Whether a layer of code keeps a part of it; `all` resolves a promise that is kept in the same way as another. */
const isInCode = ({ id, how = {}, sameAs }: Commitment, all: readonly Commitment[]): boolean =>
  Object.keys(how).some((layer) => layer !== "people") ||
  alsoBy[id] !== undefined ||
  all.some((other) => other.id === sameAs && isInCode(other, all))

export const keptBy = (commitment: Commitment, all: readonly Commitment[]): KeptBy => {
  const { id, how } = commitment
  const missing = notBuilt[id]
  if (missing !== undefined) return { tests: [], audited: false, attested: false, notBuilt: missing }
  const coded = isInCode(commitment, all)
  return {
    tests: coded ? [ofRule(commitment), ...(alsoBy[id] ?? [])] : [],
    audited: coded && !unaudited.includes(commitment.rule),
    attested: !coded || how?.people !== undefined,
    ...(inPart[id] !== undefined && { notBuilt: inPart[id] }),
  }
}

/** In a few words, for a list of the promises. */
export const keptText = ({ tests, audited, attested, notBuilt }: KeptBy): string =>
  [
    ...(tests.length === 0 && !attested ? ["not built"] : []),
    ...(audited ? ["audited"] : []),
    ...(tests.length > 0 ? [`tested by ${tests.map((each) => each.tests).join(", ")}`] : []),
    ...(attested ? ["attested by people"] : []),
    ...(notBuilt === undefined ? [] : [tests.length === 0 && !attested ? notBuilt : `in part: ${notBuilt}`]),
  ].join("; ")
