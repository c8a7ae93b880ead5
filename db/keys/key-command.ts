/** Private keys that a command holds, so that a vault can: small words over pipes, no shell, and what goes wrong is a typed error. */
import { spawnSync } from "node:child_process"
import { Schema } from "effect"
import { keysInFolder, type PrivateKeys } from "./private-keys.ts"

/** The program and what comes before our own words. */
export type KeyCommand = readonly string[]

export class KeyCommandFailed extends Schema.TaggedError<KeyCommandFailed>()("KeyCommandFailed", {
  action: Schema.Literals(["open", "keep", "destroy", "list"]),
  key: Schema.String,
  because: Schema.String,
}) {
  override get message() {
    return `The key command failed to ${this.action} ${this.key}: ${this.because}. Nothing was sealed, opened or destroyed with it; see "Keys" in SECURITY.md.`
  }
}

type Action = KeyCommandFailed["action"]

/** How a command says that it holds no such key. */
const noSuchKey = 3
export const patience = 10_000

const keySaid = /^[0-9a-f]{64}\n?$/
const dayId = /^\d{4}-\d{2}-\d{2}$/

const because = (error: Error | undefined, status: number | null): string | undefined => {
  if (error !== undefined && "code" in error && error.code === "ETIMEDOUT") return "it took too long"
  if (error !== undefined) return "it could not be started, or said too much"
  if (status === null) return "it was ended from outside"
  return status === 0 ? undefined : `it ended with code ${status}`
}

interface Said {
  readonly text: string
  readonly isHeld: boolean
}

export const keysByCommand = (command: KeyCommand, timeout: number = patience): PrivateKeys => {
  const [program = "", ...given] = command
  const ask = (action: Action, key: string, input = ""): Said => {
    const args = [...given, action, ...(key === "" ? [] : [key])]
    // What it complains of is its own, and could hold a key: it is not passed on.
    const stdio: ["pipe", "pipe", "ignore"] = ["pipe", "pipe", "ignore"]
    const options = { input, stdio, timeout, killSignal: "SIGKILL", maxBuffer: 1_000_000, shell: false } as const
    const { error, status, stdout } = spawnSync(program, args, { ...options, windowsHide: true })
    if (error === undefined && status === noSuchKey && action === "open") return { text: "", isHeld: false }
    const failed = because(error, status)
    if (failed !== undefined) throw new KeyCommandFailed({ action, key, because: failed })
    const text = stdout.toString("latin1")
    stdout.fill(0)
    return { text, isHeld: true }
  }
  const read = (id: string): Uint8Array | undefined => {
    const { text, isHeld } = ask("open", id)
    if (!isHeld) return undefined
    if (!keySaid.test(text)) throw new KeyCommandFailed({ action: "open", key: id, because: "it did not say a key" })
    return Uint8Array.fromHex(text.trim())
  }
  return {
    read,
    keep: (id, key) => {
      ask("keep", id, `${key.toHex()}\n`)
      const held = read(id)
      if (held === undefined)
        throw new KeyCommandFailed({ action: "keep", key: id, because: "it does not hold it now" })
      return held
    },
    destroy: (id) => {
      ask("destroy", id)
      if (ask("open", id).isHeld)
        throw new KeyCommandFailed({ action: "destroy", key: id, because: "it still holds it" })
    },
    days: () =>
      ask("list", "")
        .text.split("\n")
        .filter((id) => dayId.test(id))
        .sort(),
  }
}

export const privateKeysOf = (place: {
  readonly dataDir: string
  readonly keyCommand?: KeyCommand | undefined
}): PrivateKeys => (place.keyCommand === undefined ? keysInFolder(place.dataDir) : keysByCommand(place.keyCommand))
