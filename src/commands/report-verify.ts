/** Verifies a signed report: an edited file, a strange key or a cut ledger is named in one line. */
import { createPublicKey } from "node:crypto"
import { existsSync, readFileSync } from "node:fs"
import { basename, dirname, join } from "node:path"
import { Console, Effect, Option } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { keyIdOf, publicTextOf, readEnvelope, statementIn } from "../../policy/record/dsse.ts"
import { readStatement, sealingIn } from "../../policy/report/statement.ts"
import { type LedgerSays, type Presented, type SigningKey, verified } from "../../policy/report/verified.ts"
import { declaredHere } from "../deployment/declared.ts"
import { Settings } from "../deployment/settings.ts"
import { isEvidenceHere, type StorageSettings } from "../deployment/storage.ts"
import { FaultsFound, Unusable } from "./exit-code.ts"
import { bytesOf, envelopeName, evidenceHere, sha256 } from "./report-sign.ts"
import { typedPath } from "./typed-path.ts"
import { textFlag } from "./values.ts"
import { withSettings } from "./with-settings.ts"

const broughtKey = (path: string) =>
  Effect.try({
    try: (): SigningKey => {
      const key = publicTextOf(createPublicKey(readFileSync(path)))
      return { key, id: keyIdOf(key), state: "brought by you" }
    },
    catch: () => new Unusable({ message: `${path} holds no public key. Nothing was verified. Name a .pub file.` }),
  })

/** Without a store here, the reader's own key and the signature alone count. */
const ledgerHere = Effect.fn("Verify.ledger")(function* (
  storage: StorageSettings,
  presented: Omit<Presented, "ledger">,
) {
  if (!isEvidenceHere(storage)) return undefined
  const evidence = yield* evidenceHere(storage)
  const signed = yield* evidence.bodiesOf("report-signed")
  const { envelope, keys } = presented
  const texts = typeof envelope === "string" ? [] : keys.map(({ key }) => statementIn(envelope, key) ?? "")
  const [sealing] = texts.flatMap((text) => {
    const statement = readStatement(text)
    return (statement && sealingIn(statement)) ?? []
  })
  const continues =
    sealing === undefined
      ? true
      : yield* evidence.verify(sealing).pipe(
          Effect.as(true),
          Effect.orElseSucceed(() => false),
        )
  const says: LedgerSays = {
    isRecorded: (report, key) => signed.some((each) => each.report === report && each.key === key),
    continues,
  }
  return says
})

const envelopeIn = (folder: string): Presented["envelope"] => {
  const file = join(folder, envelopeName)
  return existsSync(file) ? (readEnvelope(readFileSync(file, "utf8")) ?? "unreadable") : "none"
}

export const verify = Command.make(
  "verify",
  {
    file: Argument.String("FILE").pipe(Argument.withDescription("A file of a signed report, next to its signature")),
    key: textFlag("key", "FILE", "A public key that you trust; without it, those that were declared here").pipe(
      Flag.optional,
    ),
  },
  Effect.fn("ask.report.verify")(function* ({ file: typed, key }) {
    const { storage } = yield* Settings
    const file = yield* typedPath(typed)
    const bytes = bytesOf(file)
    if (bytes === undefined)
      return yield* new Unusable({ message: `${file} cannot be read. Nothing was verified. Name a file of a report.` })
    const { reportKeys = [] } = yield* declaredHere(storage)
    const declared = reportKeys.map(
      (each): SigningKey => ({
        key: each.key,
        id: keyIdOf(each.key),
        state: each.isInForce ? "in force" : "replaced",
      }),
    )
    const brought = Option.isSome(key) ? [yield* broughtKey(yield* typedPath(key.value))] : []
    const keys = [...declared, ...brought]
    const presented = { name: basename(file), digest: sha256(bytes), envelope: envelopeIn(dirname(file)), keys }
    const { isGood, line } = verified({ ...presented, ledger: yield* ledgerHere(storage, presented) })
    yield* Console.log(line)
    if (!isGood) return yield* new FaultsFound()
  }, Effect.scoped),
).pipe(withSettings, Command.withDescription("Say in one line whether a signed report is what was signed"))
