/** Describes the public key with which a run signs its results: Ed25519 (SPKI), in base64. */
import { Schema } from "effect"

export const ResultsKey = Schema.String.check(Schema.isPattern(/^MCowBQYDK2VwAyEA[A-Za-z0-9+/]{43}=$/))
