/** A private key that was there and is not any more is said to be lost, and no other takes its place. */
import { Schema } from "effect"

export class KeyLost extends Schema.TaggedError<KeyLost>()("KeyLost", { key: Schema.String }) {
  override get message() {
    return `The private key ${this.key} is lost: its public key is shown, and it is not where private keys are kept. Bring it back; if it is gone for good, follow "A key is lost" in SECURITY.md.`
  }
}
