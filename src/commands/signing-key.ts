/** Makes and reads the private key that signs reports: it is kept by a person, where no serving process can read it. */
import { createPrivateKey, generateKeyPairSync, type KeyObject } from "node:crypto"
import { existsSync, readFileSync, realpathSync, writeFileSync } from "node:fs"
import { dirname, relative } from "node:path"
import { Console, Effect, Result } from "effect"
import { Argument, Command } from "effect/cli"
import { keyIdOf, publicTextOf } from "../../policy/record/dsse.ts"
import { Settings } from "../deployment/settings.ts"
import { Unusable } from "./exit-code.ts"
import { typedPath } from "./typed-path.ts"
import { withSettings } from "./with-settings.ts"

const unusable = (message: string) => new Unusable({ message })

const isWithin = (folder: string, path: string): boolean => {
  const real = (each: string): string => (existsSync(each) ? realpathSync(each) : each)
  const way = relative(real(folder), `${real(dirname(path))}/key`)
  return !way.startsWith("..") && way !== ""
}

/** The serving processes read DATA_DIR. */
const keptApart = Effect.fn("SigningKey.keptApart")(function* (file: string) {
  const { storage } = yield* Settings
  if (isWithin(storage.dataDir, file))
    return yield* unusable(
      `${file} is in DATA_DIR, where the serving processes can read it. Nothing was done. Keep the key elsewhere.`,
    )
})

export const newKey = Command.make(
  "new-key",
  { file: Argument.String("FILE").pipe(Argument.withDescription("Where the private key goes, outside DATA_DIR")) },
  Effect.fn("ask.report.newKey")(function* ({ file: typed }) {
    const file = yield* typedPath(typed)
    yield* keptApart(file)
    const { privateKey, publicKey } = generateKeyPairSync("ed25519")
    yield* Effect.try({
      try: () => {
        writeFileSync(file, privateKey.export({ type: "pkcs8", format: "pem" }), { mode: 0o600, flag: "wx" })
        writeFileSync(`${file}.pub`, publicKey.export({ type: "spki", format: "pem" }))
      },
      catch: () => unusable(`${file} exists already or cannot be written. No key was made. Name another file.`),
    })
    const id = keyIdOf(publicTextOf(publicKey)).slice(0, 12)
    yield* Console.log(`Key ${id} is in ${file}, and its public part in ${file}.pub.`)
    yield* Console.log(`Have it declared: ask -- declare report-key ${file}.pub --by ID`)
  }),
).pipe(withSettings, Command.withDescription("Make a key that signs reports, for a person to keep"))

const parsed = (file: string): Result.Result<KeyObject, Unusable> => {
  const lost = `${file} is not there or cannot be read. Nothing was signed. Find the key, or make one: ask -- report new-key FILE`
  if (!existsSync(file)) return Result.fail(unusable(lost))
  try {
    const key = createPrivateKey(readFileSync(file))
    return key.asymmetricKeyType === "ed25519"
      ? Result.succeed(key)
      : Result.fail(unusable(`${file} is no Ed25519 key. Nothing was signed. Make one: ask -- report new-key FILE`))
  } catch {
    return Result.fail(unusable(`${file} holds no private key. Nothing was signed. Name the key and not its .pub.`))
  }
}

export const signingKeyIn = Effect.fn("SigningKey.read")(function* (file: string) {
  yield* keptApart(file)
  return yield* Effect.fromResult(parsed(file))
})
