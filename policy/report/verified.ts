/** Decides in one line whether a signed report is what was signed, by whom, and whether the ledger here continues from it. */
import { type Envelope, statementIn } from "../record/dsse.ts"
import { readStatement, type Sealing, type Statement, sealingIn } from "./statement.ts"

/** A key of the report that the controller declared, now or before; or one that the reader brings. */
export interface SigningKey {
  readonly key: string
  readonly id: string
  readonly state: "in force" | "replaced" | "brought by you"
}

/** What the ledger here says of it; `undefined` where there is no ledger here. */
export interface LedgerSays {
  /** Whether an entry records a signature by this key of this report. */
  readonly isRecorded: (report: string, key: string) => boolean
  /** Whether the ledger has the head that the statement names, at its length; `false` where it was cut or rewritten. */
  readonly continues: boolean
}

export interface Presented {
  readonly name: string
  readonly digest: string
  readonly envelope: Envelope | "none" | "unreadable"
  readonly keys: readonly SigningKey[]
  readonly ledger: LedgerSays | undefined
}

export interface Verified {
  readonly isGood: boolean
  readonly line: string
}

const bad = (line: string): Verified => ({ isGood: false, line })

const rulesOf = ({ predicate }: Statement): string => {
  const { passedTests, warnedTests, failedTests } = predicate
  const of = passedTests.length + warnedTests.length + failedTests.length
  return `${passedTests.length} of ${of} rules upheld with nothing to decide, ${failedTests.length} broken`
}

const ledgerLine = (sealing: Sealing, ledger: LedgerSays | undefined): string =>
  ledger === undefined
    ? `there is no ledger here to compare with its ${sealing.length} entries`
    : `the ledger here continues the ${sealing.length} entries that it states`

const reportIn = ({ subject }: Statement): string =>
  subject.find(({ name }) => name === "report.json")?.digest.sha256 ?? ""

const judged = (presented: Presented, statement: Statement, signer: SigningKey): Verified => {
  const { name, digest, ledger } = presented
  const short = signer.id.slice(0, 12)
  const subject = statement.subject.find((each) => each.name === name)
  const sealing = sealingIn(statement)
  if (subject === undefined) return bad(`NOT SIGNED: the signature next to ${name} is not for a file of this name.`)
  if (sealing === undefined) return bad(`NOT UNDERSTOOD: the signature of ${name} states no ledger.`)
  if (subject.digest.sha256 !== digest)
    return bad(`CHANGED: ${name} was edited after it was signed on ${sealing.on} with the key ${short}.`)
  const isRecorded = ledger?.isRecorded(reportIn(statement), signer.id)
  if (isRecorded === false)
    return bad(
      signer.state === "replaced"
        ? `NOT TRUSTED: ${name} is signed with the key ${short}, which was replaced, and the ledger has no entry of this signature.`
        : `NOT RECORDED: ${name} is signed with the key ${short}, and the ledger has no entry of this signature.`,
    )
  if (ledger !== undefined && !ledger.continues)
    return bad(
      `LEDGER CHANGED: ${name} is as it was signed, and the ledger here does not continue the ${sealing.length} entries that it states.`,
    )
  return {
    isGood: true,
    line: `UNCHANGED since it was signed on ${sealing.on}: ${name}, key ${short} (${signer.state}), ${rulesOf(statement)}; ${ledgerLine(sealing, ledger)}.`,
  }
}

export const verified = (presented: Presented): Verified => {
  const { name, envelope, keys } = presented
  if (envelope === "none") return bad(`NOT SIGNED: there is no report.dsse.json next to ${name}.`)
  if (envelope === "unreadable") return bad(`NOT UNDERSTOOD: report.dsse.json next to ${name} is no signed statement.`)
  const [{ keyid }] = envelope.signatures
  const signer = keys.find(({ id }) => id === keyid)
  if (signer === undefined)
    return bad(
      `NOT TRUSTED: ${name} is signed with the key ${keyid.slice(0, 12)}, which nobody has declared here. Give the public key with --key.`,
    )
  const text = statementIn(envelope, signer.key)
  if (text === undefined) return bad(`CHANGED: the signature of ${name} does not fit its statement: one was edited.`)
  const statement = readStatement(text)
  return statement === undefined
    ? bad(`NOT UNDERSTOOD: the statement about ${name} has another version.`)
    : judged(presented, statement, signer)
}
