/** Signs the results of a run, so that an edited or invented file of results shows. The key is made by the first run. */
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from "node:crypto"
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"

const keyFile = (folder) => join(folder, "signing-key.pem")

const publicOf = (key) => createPublicKey(key).export({ type: "spki", format: "der" }).toString("base64")

/** Ed25519. Its file can be read by the account alone that ran the tests. */
const privateKey = (folder) => {
  const file = keyFile(folder)
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true })
    const { privateKey } = generateKeyPairSync("ed25519")
    writeFileSync(file, privateKey.export({ type: "pkcs8", format: "pem" }), { mode: 0o600, flag: "wx" })
  }
  return createPrivateKey(readFileSync(file))
}

const publicFile = (folder) => join(folder, "signing-key.pub")

/** The public half of the key in this folder, in base64, or `undefined` where no run made one or it cannot be read. */
export const publicKeyIn = (folder) => {
  try {
    return publicOf(createPrivateKey(readFileSync(keyFile(folder))))
  } catch {
    return undefined
  }
}

/** The text of a file of results: the result, the public key, and the signature over the result's JSON without spaces. */
export const signedResult = (folder, result) => {
  const key = privateKey(folder)
  // For a person to take to another machine, whose report is to know it.
  writeFileSync(publicFile(folder), createPublicKey(key).export({ type: "spki", format: "pem" }))
  const signature = sign(null, Buffer.from(JSON.stringify(result)), key).toString("base64")
  return `${JSON.stringify({ ...result, signed: { key: publicOf(key), signature } }, null, 2)}\n`
}
