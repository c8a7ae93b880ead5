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
export const unaudited: readonly RuleId[] = ["raw-data-never-shared"]

const file = (name: string): ByTests => ({ tests: `tests/${name}`, tagged: false })

/** The works to come that build the rest, each by its subject. */
const works = {
  signIn: "People sign in, act and are recorded",
  freeText: "Free text: nothing is read before it is clean",
  desk: "The analysts' desk",
  machines: "Many machines, five weeks without a pause",
} as const

const later = (work: keyof typeof works, what: string): string => `${what}: “${works[work]}”`

const uniqueRecords = later("desk", "a search of the cleaned file for records that are unique is to come")
const cleaning = later("freeText", "each text is scanned and held, and reviewers have no screen yet")
const ownPurpose = later("signIn", "a reading names no purpose of its own yet")

/** Nothing keeps these yet. */
const notBuilt: Partial<Record<CommitmentId, string>> = {
  C012: uniqueRecords,
  C016: later("machines", "the host's region is not recorded, and a start elsewhere is not refused"),
  C047: uniqueRecords,
  C077: later("freeText", "the drawn sample and its coding by hand are to come"),
  C092: later("signIn", "no sharing can be recorded, so no notice can be held to it"),
  C105: ownPurpose,
  C029: ownPurpose,
}

const typedId = later("signIn", "a power is claimed by an identity that anybody at the machine can type")

/** Evidence keeps a part of these, and this part is missing. */
const inPart: Partial<Record<CommitmentId, string>> = {
  C018: typedId,
  C019: "the processor's access to the host itself ends by a record of people alone",
  C023: typedId,
  C026: "outbound calls are not counted until the host's network rules can be read",
  C027: "copies made past the platform cannot be seen",
  C028: "copies made past the platform cannot be seen",
  C031: "the deletion itself is attested by the processor",
  C041: later(
    "freeText",
    "a child's personal words are sealed, kept apart and scanned, and reviewers have no screen yet",
  ),
  C042: cleaning,
  C043: cleaning,
  C068: later("signIn", "a review is raised and decided by identities that anybody at the machine can type"),
  C069: later("signIn", "an extension is decided by identities that anybody at the machine can type"),
  C070: "the host's own copies are destroyed by the host, whose certificate may be missing",
  C093: typedId,
  C094: "the dates of training are typed, and nobody compares them with a certificate",
  C095: "the dates of clearance are typed, and nobody compares them with a certificate",
  C096: typedId,
  C113: cleaning,
  C129: typedId,
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
  C060: [file("db/collection-window.test.ts")],
  C065: [file("policy/layers-agree.test.ts"), file("db/kept-responses.test.ts")],
  C072: [file("policy/declining.test.tsx")],
  C073: [file("surveys/reading.test.ts")],
  C076: [file("policy/keys-and-tokens.test.ts"), file("db/mixing.test.ts")],
  C102: [file("architecture/ways-out.test.ts")],
  C108: [file("policy/tags-of-every-form.test.ts")],
  // Complaints that come by another way than the form are people's part, and are attested.
  C114: [file("server/complaint.test.ts")],
  C122: [file("db/assets.test.ts")],
  C130: [file("db/transfer.test.ts")],
  C133: [file("policy/report/annexes.test.ts")],
  C134: [file("policy/opening.test.ts")],
  C135: [file("policy/report/needed.test.ts")],
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
