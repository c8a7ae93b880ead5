/** Signs the last report with a key that a person keeps, and records that: what was edited, or cannot be written, is not signed. */
import { createHash } from "node:crypto"
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs"
import { join } from "node:path"
import { Console, Effect, Schema } from "effect"
import { Command, Flag } from "effect/cli"
import { type Evidence, openEvidence } from "../../db/evidence/evidence.ts"
import { checkLedger, keepAnchor } from "../../db/evidence/ledger-anchor.ts"
import { today } from "../../policy/civil-day.ts"
import { decided } from "../../policy/record/decision-record.ts"
import { Digest, digestOf } from "../../policy/record/digest.ts"
import { keyIdOf, publicTextOf, signedEnvelope } from "../../policy/record/dsse.ts"
import type { Report } from "../../policy/report/report.ts"
import { statementOf } from "../../policy/report/statement.ts"
import { declaredHere } from "../deployment/declared.ts"
import { Settings } from "../deployment/settings.ts"
import { evidenceSource, isEvidenceHere, type StorageSettings } from "../deployment/storage.ts"
import { paperName, reportFiles, twinName } from "./report-files.ts"
import { reportFolder } from "./report-folder.ts"
import { signingKeyIn } from "./signing-key.ts"
import { typedPath } from "./typed-path.ts"
import { textFlag } from "./values.ts"
import { withSettings } from "./with-settings.ts"

export const envelopeName = "report.dsse.json"

class NotSigned extends Schema.TaggedError<NotSigned>()("NotSigned", { because: Schema.String }) {
  override get message() {
    return `${this.because} Nothing was signed.`
  }
}

const notSigned = (because: string) => new NotSigned({ because })

export const sha256 = (bytes: Uint8Array): Digest => Digest.make(createHash("sha256").update(bytes).digest("hex"))

export const evidenceHere = (storage: StorageSettings) =>
  openEvidence({ source: { ...evidenceSource(storage), isLongJob: true }, mode: storage.mode, upgrade: false })

/** `undefined` for a file that cannot be read. */
export const bytesOf = (file: string): Uint8Array | undefined => {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}

/** The report as the ledger names it last, and its files as it makes them: one that was edited is not signed. */
const reportIn = Effect.fn("Sign.report")(function* (folder: string, evidence: Evidence["Service"]) {
  const twin = bytesOf(join(folder, twinName))
  if (twin === undefined) return yield* notSigned(`There is no ${twinName} in ${folder}. Make it: ask -- report`)
  const text = Buffer.from(twin).toString()
  const made = (yield* evidence.bodiesOf("report-made")).at(-1)
  if (made?.report !== digestOf(text))
    return yield* notSigned(`${twinName} is not the report that the ledger names last: it was edited, or is older.`)
  // Its digest is in the ledger: this program wrote it, in this shape.
  const report: Report = JSON.parse(text)
  const files = reportFiles(report).map((file) => ({ ...file, bytes: bytesOf(join(folder, file.name)) }))
  const edited = files.find(({ text: whole, bytes }) => bytes === undefined || !Buffer.from(whole).equals(bytes))
  if (edited !== undefined)
    return yield* notSigned(`${edited.name} in ${folder} is not as the report makes it: it was edited or removed.`)
  const extra = [paperName].flatMap((name) => {
    const bytes = bytesOf(join(folder, name))
    return bytes === undefined ? [] : [{ name, sha256: sha256(bytes) }]
  })
  const rendered = files.map(({ name, text: whole }) => ({ name, sha256: sha256(Buffer.from(whole)) }))
  return { report, digest: digestOf(text), files: [...rendered, ...extra] }
})

const causes: Readonly<Record<string, string>> = {
  ENOSPC: "The disk is full.",
  EDQUOT: "The disk is full for this account.",
  EACCES: "This account may not write there.",
  EROFS: "The disk can only be read.",
}

const codeOf = (thrown: unknown): string =>
  thrown instanceof Error && "code" in thrown && typeof thrown.code === "string" ? thrown.code : "unknown"

/** On the disk and whole, under another name, before anything is recorded. */
const drafted = (file: string, text: string) =>
  Effect.try({
    try: () => {
      const handle = openSync(`${file}.new`, "w")
      try {
        writeSync(handle, text)
        fsyncSync(handle)
      } finally {
        closeSync(handle)
      }
    },
    catch: (thrown) => {
      rmSync(`${file}.new`, { force: true })
      return notSigned(`${file} could not be written. ${causes[codeOf(thrown)] ?? "The disk failed."}`)
    },
  })

export const sign = Command.make(
  "sign",
  {
    key: textFlag("key", "FILE", "The private key, which a person keeps outside DATA_DIR"),
    out: textFlag("out", "FOLDER", "The folder of the report").pipe(Flag.optional),
  },
  Effect.fn("ask.report.sign")(function* ({ key: typed, out }) {
    const { storage } = yield* Settings
    const folder = yield* reportFolder(out)
    const key = yield* signingKeyIn(yield* typedPath(typed))
    if (!isEvidenceHere(storage)) return yield* notSigned("There is no ledger here to record a signature in.")
    const text = publicTextOf(key)
    const id = Digest.make(keyIdOf(text))
    const { reportKeys = [] } = yield* declaredHere(storage)
    if (!reportKeys.some((each) => each.key === text && each.isInForce))
      return yield* notSigned(
        `The key ${id.slice(0, 12)} is ${reportKeys.some((each) => each.key === text) ? "replaced" : "not declared"}. Declare the one in use: ask -- declare report-key FILE.pub.`,
      )
    const evidence = yield* evidenceHere(storage)
    const { report, digest, files } = yield* reportIn(folder, evidence)
    const { length, head } = yield* checkLedger(evidence, storage.dataDir)
    const on = yield* today
    const file = join(folder, envelopeName)
    const envelope = signedEnvelope(statementOf(report, files, { length, head, on }), key)
    yield* drafted(file, `${JSON.stringify(envelope, null, 2)}\n`)
    const body = { report: digest, key: id, length, head: Digest.make(head), on }
    const end = yield* evidence
      .record(yield* decided({ kind: "report-signed", body }))
      .pipe(Effect.tapError(() => Effect.sync(() => rmSync(`${file}.new`, { force: true }))))
    yield* Effect.sync(() => renameSync(`${file}.new`, file))
    yield* keepAnchor(storage.dataDir, end)
    yield* Console.log(
      `Signed with the key ${id.slice(0, 12)}, in ${file}: ${files.map(({ name }) => name).join(", ")}. The ledger has ${end.length} entries, head ${end.head}.`,
    )
  }, Effect.scoped),
).pipe(withSettings, Command.withDescription("Sign the last report, and record that in the ledger"))
