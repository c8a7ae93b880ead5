/** Takes, lists and certifies the extracts of the processor: sealed to its key, each with person, reason, fields and end. */
import { createHash } from "node:crypto"
import { existsSync, readFileSync } from "node:fs"
import { Console, Effect, Schema } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { openCollection } from "../../db/collection/collection.ts"
import { takeExtractOf } from "../../db/custody/take-extract.ts"
import { Evidence } from "../../db/evidence/evidence.ts"
import { recordedGrant } from "../../db/evidence/recorded-grant.ts"
import { privateKeysOf } from "../../db/keys/key-command.ts"
import { today } from "../../policy/civil-day.ts"
import { certifyDeletion, type ExtractState, isOverdue } from "../../policy/custody/extract.ts"
import { extractCategories } from "../../policy/custody/extract-draft.ts"
import { Reason } from "../../policy/record/reason.ts"
import { Settings } from "../deployment/settings.ts"
import { collectionSource } from "../deployment/storage.ts"
import { Unusable } from "./exit-code.ts"
import { onEvidence } from "./on-evidence.ts"
import { readyToTransfer } from "./transfer-progress.ts"
import { typedPath } from "./typed-path.ts"
import { dayFlag, ownerOnly, personFlag, textFlag } from "./values.ts"
import { withSettings } from "./with-settings.ts"

const idLength = 8

const Fields = Schema.Array(Schema.Literals(extractCategories)).check(Schema.isMinLength(1), Schema.isUnique())
const readFields = Schema.decodeUnknownOption(Fields)

/** 32 bytes as 64 hexadecimal digits, as `openssl pkey` shows an X25519 key. */
const publicKeyIn = Effect.fn("Extract.publicKey")(function* (file: string) {
  const path = yield* typedPath(file)
  const text = existsSync(path) ? readFileSync(path, "utf8").trim() : ""
  if (/^[0-9a-f]{64}$/i.test(text)) return Uint8Array.fromHex(text)
  return yield* new Unusable({
    message: `${path} holds no public key. No extract was taken. Give a file with an X25519 public key, 64 hexadecimal digits.`,
  })
})

const take = Command.make(
  "take",
  {
    by: personFlag("by", "The person of the processor who takes it"),
    reason: textFlag("reason", "REASON", "Why the copy is needed").pipe(
      Flag.filterMap(Schema.decodeUnknownOption(Reason), () => "a reason in words, on one line"),
    ),
    expiresOn: dayFlag("until", "The last day on which the copy may exist"),
    fields: textFlag("fields", "LIST", `Some of: ${extractCategories.join(",")}`).pipe(
      Flag.filterMap(
        (text) => readFields(text.split(",")),
        () => `some of these, with commas: ${extractCategories.join(",")}`,
      ),
    ),
    recipient: textFlag("recipient", "FILE", "The processor's public key"),
    to: textFlag("to", "FILE", "A new file for the sealed extract"),
  },
  Effect.fn("ask.extract.take")(function* ({ by, recipient: keyFile, to, ...draft }) {
    yield* ownerOnly
    const { storage } = yield* Settings
    const recipient = yield* publicKeyIn(keyFile)
    const file = yield* typedPath(to)
    if (existsSync(file))
      return yield* new Unusable({ message: `${file} exists. No extract was taken. Name a new file.` })
    yield* readyToTransfer(storage)
    const { facts } = yield* onEvidence(
      Effect.gen(function* () {
        const evidence = yield* Evidence
        const capability = yield* recordedGrant("take-extract", by)
        const source = { ...collectionSource(storage), readOnly: true, isLongJob: true }
        const collection = yield* openCollection(source, storage.mode)
        const keys = privateKeysOf(storage)
        return yield* takeExtractOf({ collection, evidence, keys, capability, recipient, draft, file })
      }).pipe(Effect.scoped),
    )
    yield* Console.log(
      `Extract ${facts.id.slice(0, idLength)} is in ${file}, sealed. It may exist until ${facts.expiresOn}. Certify its deletion with ask -- extract certify.`,
    )
  }),
).pipe(withSettings, Command.withDescription("Copy chosen fields of the collection, sealed to the processor's key"))

const stateOf = (extract: ExtractState, on: string): string => {
  if (extract.state === "deletion-certified") return `deleted on ${extract.facts.deletedOn}, certified`
  return on > extract.facts.expiresOn ? `OVERDUE since ${extract.facts.expiresOn}` : `until ${extract.facts.expiresOn}`
}

/** Copies that nobody records are beyond any program. */
const beyond =
  "A copy that was made past these commands is in no list: only the processor can attest that nobody made one."

const list = Command.make(
  "list",
  {},
  Effect.fn("ask.extract.list")(function* () {
    const extracts = yield* onEvidence(Effect.flatMap(Evidence, (evidence) => evidence.extracts))
    const on = yield* today
    for (const extract of extracts) {
      const { id, person, takenOn, fields, reason } = extract.facts
      yield* Console.log(
        `${id.slice(0, idLength)}  ${person}  ${takenOn}  ${stateOf(extract, on)}  ${fields.join(",")}  ${reason}`,
      )
    }
    const late = extracts.filter((extract) => isOverdue(extract, on)).length
    if (late > 0) yield* Console.log(`${late} should have been deleted: obtain the attestation, then certify.`)
    yield* Console.log(extracts.length === 0 ? `No extract is recorded. ${beyond}` : beyond)
  }),
).pipe(withSettings, Command.withDescription("List every extract with its person, end and state"))

const certify = Command.make(
  "certify",
  {
    extract: Argument.String("EXTRACT").pipe(
      Argument.withDescription("The id of an extract"),
      Argument.filter(
        (text) => /^[0-9a-f]{8,64}$/.test(text),
        () => "the id of an extract, 8 characters or more, as `ask extract list` lists it",
      ),
    ),
    by: personFlag("by", "The supervisor who certifies, never the person who took it"),
    attestation: textFlag("attestation", "FILE", "The processor's attestation of the deletion"),
    deletedOn: dayFlag("deleted", "The day of the deletion"),
  },
  Effect.fn("ask.extract.certify")(function* ({ extract: id, by, attestation: file, deletedOn }) {
    yield* ownerOnly
    const path = yield* typedPath(file)
    if (!existsSync(path))
      return yield* new Unusable({ message: `${path} does not exist. Nothing was certified. Name the attestation.` })
    const attestation = createHash("sha256").update(readFileSync(path)).digest("hex")
    yield* onEvidence(
      Effect.gen(function* () {
        const evidence = yield* Evidence
        const capability = yield* recordedGrant("certify-extract-deletion", by)
        const named = (yield* evidence.extracts).filter(({ facts }) => facts.id.startsWith(id))
        const [only, ...more] = named
        if (only === undefined || more.length > 0 || only.state !== "taken")
          return yield* new Unusable({
            message: `${id} names no extract that waits for its certificate. Nothing was certified. See: ask extract list`,
          })
        yield* evidence.keepExtract(yield* certifyDeletion(capability, only, { attestation, deletedOn }))
      }),
    )
    yield* Console.log(`Certified: extract ${id} was deleted on ${deletedOn}, as the processor attests.`)
  }),
).pipe(withSettings, Command.withDescription("Record the processor's attestation that an extract is deleted"))

export const extract = Command.make("extract").pipe(
  Command.withDescription("Take, list and certify the processor's extracts"),
  Command.withSubcommands([take, list, certify]),
)
