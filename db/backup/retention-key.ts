/** What is backed up is sealed to one retention key; when that is destroyed, every backup made until then is unreadable. */
import { createHash } from "node:crypto"
import { suite } from "../collection/suite.ts"
import { destroyPair, keepPair, publicKeyOf } from "../keys/key-pair.ts"
import type { PrivateKeys } from "../keys/private-keys.ts"

export const retentionKeyId = "retention"

export interface RetentionKey {
  /** By which a backup names the key it needs. */
  readonly fingerprint: string
  readonly privateKey: CryptoKey
  readonly publicKey: CryptoKey
}

const inUse = async (privateKey: Uint8Array): Promise<RetentionKey> => {
  const publicKey = await publicKeyOf(privateKey)
  const pair = {
    fingerprint: createHash("sha256").update(publicKey).digest("hex").slice(0, 16),
    privateKey: await suite.kem.deserializePrivateKey(privateKey),
    publicKey: await suite.kem.deserializePublicKey(publicKey),
  }
  privateKey.fill(0)
  return pair
}

export const readRetentionKey = async (keys: PrivateKeys): Promise<RetentionKey | undefined> => {
  const privateKey = keys.read(retentionKeyId)
  return privateKey && inUse(privateKey)
}

/** The first to need it makes it; one that was there and is lost is not replaced. */
export const keepRetentionKey = async (keys: PrivateKeys, dataDir: string): Promise<RetentionKey> => {
  await keepPair(keys, dataDir, retentionKeyId)
  return (await readRetentionKey(keys)) ?? keepRetentionKey(keys, dataDir)
}

/** For whoever destroys data at the end of its retention: what is left is then backed up anew, under a new key. */
export const destroyRetentionKey = (keys: PrivateKeys, dataDir: string): void =>
  destroyPair(keys, dataDir, retentionKeyId)
