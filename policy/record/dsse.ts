/** Signs and verifies a DSSE envelope (https://github.com/secure-systems-lab/dsse) with Ed25519: the type is signed with the text. */
import { createHash, createPublicKey, type KeyObject, sign, verify } from "node:crypto"
import { Option, Schema } from "effect"

/** The type of an in-toto statement. */
export const statementType = "application/vnd.in-toto+json"

const Envelope = Schema.Struct({
  payloadType: Schema.Literal(statementType),
  payload: Schema.String,
  signatures: Schema.Tuple([Schema.Struct({ keyid: Schema.String, sig: Schema.String })]),
})
export type Envelope = typeof Envelope.Type

/** `undefined` for text that is no envelope of one signature over a statement. */
export const readEnvelope = (text: string): Envelope | undefined =>
  Option.getOrUndefined(
    Schema.decodeUnknownOption(Schema.fromJsonString(Envelope), { onExcessProperty: "error" })(text),
  )

/** The bytes that are signed: lengths are in bytes, so that no text can be read as part of another. */
export const preAuthenticated = (type: string, payload: Uint8Array): Uint8Array =>
  Buffer.concat([Buffer.from(`DSSEv1 ${Buffer.byteLength(type)} ${type} ${payload.length} `), payload])

/** SPKI, in base64. */
export const publicTextOf = (key: KeyObject): string =>
  (key.type === "private" ? createPublicKey(key) : key).export({ type: "spki", format: "der" }).toString("base64")

/** SHA-256 of the public key, 64 digits. */
export const keyIdOf = (publicText: string): string =>
  createHash("sha256").update(Buffer.from(publicText, "base64")).digest("hex")

export const signedEnvelope = (statement: string, key: KeyObject): Envelope => {
  const payload = Buffer.from(statement)
  const sig = sign(null, preAuthenticated(statementType, payload), key).toString("base64")
  return {
    payloadType: statementType,
    payload: payload.toString("base64"),
    signatures: [{ keyid: keyIdOf(publicTextOf(key)), sig }],
  }
}

const isSignedBy = Option.liftThrowable((publicText: string, bytes: Uint8Array, sig: string): boolean => {
  const key = createPublicKey({ key: Buffer.from(publicText, "base64"), type: "spki", format: "der" })
  return verify(null, bytes, key, Buffer.from(sig, "base64"))
})

/** The text of the statement, or `undefined` where this key did not sign it. */
export const statementIn = ({ payloadType, payload, signatures }: Envelope, publicText: string): string | undefined => {
  const [{ sig }] = signatures
  const bytes = Buffer.from(payload, "base64")
  const isSigned = isSignedBy(publicText, preAuthenticated(payloadType, bytes), sig)
  return Option.getOrElse(isSigned, () => false) ? bytes.toString() : undefined
}
