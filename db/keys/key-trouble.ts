/** Lists what can go wrong with a private key: it is lost or damaged, the key command failed, or the disk did. */
import { Schema } from "effect"
import type { StoreUnavailable } from "../store-unavailable.ts"

/** A lost key is never replaced: the answers sealed to it would never open again. */
export class KeyLost extends Schema.TaggedError<KeyLost>()("KeyLost", { key: Schema.String }) {
  override get message() {
    return `The private key ${this.key} is lost. No other was made, because its public key is in use. Follow "A key is lost" in SECURITY.md.`
  }
}

/** Found while the platform runs. */
export class KeysGone extends Schema.TaggedError<KeysGone>()("KeysGone", { days: Schema.Array(Schema.String) }) {
  override get message() {
    return `The private key of ${this.days.join(", ")} is gone. Answers of that day are refused until it is back. Bring it back, or follow "A key is lost" in SECURITY.md.`
  }
}

/** Found while the platform runs: only the form for complaints stops. */
export class ComplaintKeyGone extends Schema.TaggedError<ComplaintKeyGone>()("ComplaintKeyGone", {}) {
  override get message() {
    return "The private key of complaints is gone. No complaint is taken, and none can be opened, until it is back. Bring back the key named complaints."
  }
}

export class KeyDamaged extends Schema.TaggedError<KeyDamaged>()("KeyDamaged", { key: Schema.String }) {
  override get message() {
    return `The private key ${this.key} is damaged. Nothing was sealed or opened with it. Bring back an undamaged copy to where private keys are stored.`
  }
}

export class KeyCommandFailed extends Schema.TaggedError<KeyCommandFailed>()("KeyCommandFailed", {
  action: Schema.Literals(["open", "keep", "destroy", "list"]),
  key: Schema.String,
  because: Schema.String,
}) {
  override get message() {
    const what = [this.action, this.key].filter(Boolean).join(" ")
    return `The key command failed at "${what}": ${this.because}. Nothing was sealed, opened or destroyed with that key. See "Keys" in SECURITY.md.`
  }
}

export type CannotReachKey = KeyCommandFailed | StoreUnavailable

export type KeyTrouble = KeyLost | KeyDamaged | CannotReachKey
