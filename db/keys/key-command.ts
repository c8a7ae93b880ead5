/** Lets a command hold the private keys, for instance in a vault: short words over pipes, no shell, typed failures. */
import { spawnSync } from "node:child_process"
import { Effect } from "effect"
import { KeyCommandFailed } from "./key-trouble.ts"
import { keysInFolder, type PrivateKeys } from "./private-keys.ts"

/** The program and its first arguments; ours follow them. */
export type KeyCommand = readonly string[]

type Action = KeyCommandFailed["action"]

/** The exit code by which the command answers that it has no such key. */
const noSuchKey = 3

/** Milliseconds that the command has for an answer. */
export const keyCommandTimeout = 10_000

const keyPattern = /^[0-9a-f]{64}\n?$/
const dayId = /^\d{4}-\d{2}-\d{2}$/

const becauseOf = (error: Error | undefined, status: number | null): string | undefined => {
  if (error !== undefined && "code" in error && error.code === "ETIMEDOUT") return "timeout, it did not answer in time"
  if (error !== undefined) return "it could not be started, or its answer was too long"
  if (status === null) return "a signal ended it"
  return status === 0 ? undefined : `it ended with exit code ${status}`
}

interface Answer {
  readonly text: string
  readonly hasKey: boolean
}

export const keysByCommand = (command: KeyCommand, timeout: number = keyCommandTimeout): PrivateKeys => {
  const [program = "", ...words] = command
  const ask = (action: Action, key: string, input = ""): Effect.Effect<Answer, KeyCommandFailed> =>
    Effect.gen(function* () {
      const args = [...words, action, ...(key === "" ? [] : [key])]
      // Its standard error could quote a key, so it is not read.
      const stdio: ["pipe", "pipe", "ignore"] = ["pipe", "pipe", "ignore"]
      const options = { input, stdio, timeout, killSignal: "SIGKILL", maxBuffer: 1_000_000, shell: false } as const
      const { error, status, stdout } = spawnSync(program, args, { ...options, windowsHide: true })
      if (error === undefined && status === noSuchKey && action === "open") return { text: "", hasKey: false }
      const because = becauseOf(error, status)
      if (because !== undefined) return yield* new KeyCommandFailed({ action, key, because })
      const text = stdout.toString("latin1")
      stdout.fill(0)
      return { text, hasKey: true }
    })
  const read = Effect.fn("KeyCommand.read")(function* (id: string) {
    const { text, hasKey } = yield* ask("open", id)
    if (!hasKey) return undefined
    if (keyPattern.test(text)) return Uint8Array.fromHex(text.trim())
    return yield* new KeyCommandFailed({ action: "open", key: id, because: "its answer is not a key" })
  })
  return {
    read,
    keep: Effect.fn("KeyCommand.keep")(function* (id: string, key: Uint8Array) {
      yield* ask("keep", id, `${key.toHex()}\n`)
      const stored = yield* read(id)
      if (stored !== undefined) return stored
      return yield* new KeyCommandFailed({ action: "keep", key: id, because: "it does not have the key now" })
    }),
    destroy: Effect.fn("KeyCommand.destroy")(function* (id: string) {
      yield* ask("destroy", id)
      if (!(yield* ask("open", id)).hasKey) return
      return yield* new KeyCommandFailed({ action: "destroy", key: id, because: "it still has the key" })
    }),
    days: Effect.map(ask("list", ""), ({ text }) =>
      text
        .split("\n")
        .filter((id) => dayId.test(id))
        .sort(),
    ),
  }
}

export const privateKeysOf = (place: {
  readonly dataDir: string
  readonly keyCommand?: KeyCommand | undefined
}): PrivateKeys => (place.keyCommand === undefined ? keysInFolder(place.dataDir) : keysByCommand(place.keyCommand))
