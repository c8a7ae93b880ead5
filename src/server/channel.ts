/** Connects `web` to the launcher: keys arrive and sealed groups leave. `web` has no other way out. */
import { Context, Effect, Layer } from "effect"
import type { Outcome } from "../../db/collection/append.ts"
import type { SealedComplaint } from "../../db/complaints/seal-complaint.ts"
import type { SealedLetters } from "../../db/complaints/stored.ts"
import { WindowClosed } from "../../policy/window.ts"
import {
  type AboutComplaint,
  type Append,
  type ComplaintAnswer,
  type Item,
  isToWeb,
  type Keys,
  type KeysByDay,
} from "../deployment/messages.ts"

/** The end of the line that a Node process holds when its parent gave it one. */
export interface Line {
  readonly connected?: boolean
  send?(message: Append | AboutComplaint): unknown
  on(event: "message", listener: (message: unknown) => void): unknown
  off(event: "message", listener: (message: unknown) => void): unknown
}

/** Milliseconds. The sender may repeat what it sent: the token keeps it from being stored twice. */
const patience = 10_000

/** Milliseconds. The launcher says it every second; one that says nothing may be gone. */
const readyFor = 4_000

const connect = (line: Line) => {
  let keys: Keys = { kind: "keys", publicKeys: {}, pageKeys: {} }
  let closing = false
  let readyUntil = Number.NEGATIVE_INFINITY
  let lastGroup = 0
  let lastRequest = 0
  const unanswered = new Map<number, (outcomes: readonly Outcome[]) => void>()
  const asked = new Map<number, (said: ComplaintAnswer["said"]) => void>()

  const receive = (message: unknown): void => {
    if (!isToWeb(message)) return
    if (message.kind === "keys") keys = message
    if (message.kind === "closing") closing = true
    if (message.kind === "readiness")
      readyUntil = message.ready ? performance.now() + readyFor : Number.NEGATIVE_INFINITY
    if (message.kind === "complaint-answer") asked.get(message.request)?.(message.said)
    if (message.kind === "appended") unanswered.get(message.group)?.(message.outcomes)
  }
  const send = (message: Append | AboutComplaint): boolean => {
    if (!line.send || !line.connected) return false
    line.send(message)
    return true
  }
  const append = (items: readonly Item[]): Effect.Effect<readonly Outcome[]> =>
    Effect.suspend(() => {
      const group = ++lastGroup
      return Effect.callback<readonly Outcome[]>((resume) => {
        unanswered.set(group, (outcomes) => resume(Effect.succeed(outcomes)))
        if (!send({ kind: "append", group, items })) resume(Effect.succeed([]))
      }).pipe(
        Effect.timeoutOrElse({ duration: patience, orElse: () => Effect.succeed([]) }),
        Effect.ensuring(Effect.sync(() => unanswered.delete(group))),
      )
    })

  const ask = (asks: AboutComplaint["asks"]): Effect.Effect<ComplaintAnswer["said"]> =>
    Effect.suspend(() => {
      const request = ++lastRequest
      const unavailable = { outcome: "unavailable" } as const
      return Effect.callback<ComplaintAnswer["said"]>((resume) => {
        asked.set(request, (said) => resume(Effect.succeed(said)))
        if (!send({ kind: "about-complaint", request, asks })) resume(Effect.succeed(unavailable))
      }).pipe(
        Effect.timeoutOrElse({ duration: patience, orElse: () => Effect.succeed(unavailable) }),
        Effect.ensuring(Effect.sync(() => asked.delete(request))),
      )
    })

  line.on("message", receive)
  return {
    publicKeyOf: (day: string) => keys.publicKeys[day],
    pageKeys: () => keys.pageKeys,
    waitingKeys: () => keys.waitingKeys ?? {},
    isClosing: () => closing,
    isReady: () => performance.now() < readyUntil,
    append,
    complaints: {
      publicKey: () => keys.complaintKey,
      keep: (hash: Uint8Array, sealed: SealedComplaint) =>
        Effect.map(ask({ to: "keep", hash, sealed }), (said) => ("outcome" in said ? said.outcome : "unavailable")),
      lettersTo: (hash: Uint8Array) =>
        Effect.map(ask({ to: "read", hash }), (said) => ("letters" in said ? said.letters : undefined)),
    },
    close: () => void line.off("message", receive),
  }
}

interface ComplaintLine {
  /** None before the keeper has sent it, or where it is lost. */
  readonly publicKey: () => Uint8Array | undefined
  readonly keep: (hash: Uint8Array, sealed: SealedComplaint) => Effect.Effect<Outcome>
  /** Letters or decoys; nothing where the store cannot be asked now. */
  readonly lettersTo: (hash: Uint8Array) => Effect.Effect<SealedLetters | undefined>
}

/** For a channel that takes answers alone. */
export const noComplaints: ComplaintLine = {
  publicKey: () => undefined,
  keep: () => Effect.succeed("unavailable"),
  lettersTo: () => Effect.succeed(undefined),
}

export class Channel extends Context.Service<
  Channel,
  {
    readonly publicKeyOf: (day: string) => Uint8Array | undefined
    /** Today's page key and yesterday's, by civil date. */
    readonly pageKeys: () => KeysByDay
    /** Private keys by civil date, which open what was sealed on a device on that day. */
    readonly waitingKeys: () => KeysByDay
    /** True once the collection has begun to close, whatever its window says. */
    readonly isClosing: () => boolean
    /** Whether an answer would be stored now, by the launcher's last message. */
    readonly isReady: () => boolean
    /** Returns one outcome for each item, or none at all if the writer does not take the group or answers too late. */
    readonly append: (items: readonly Item[]) => Effect.Effect<readonly Outcome[]>
    readonly complaints: ComplaintLine
  }
>()("src/server/Channel") {
  /** Listens until its scope closes. */
  static readonly layer = (line: Line): Layer.Layer<Channel> =>
    Layer.effect(
      Channel,
      Effect.acquireRelease(
        Effect.sync(() => connect(line)),
        ({ close }) => Effect.sync(close),
      ),
    )
}

/** Fails once the collection has begun to close: its database takes nothing more, whatever the window says. */
export const notClosing: Effect.Effect<void, WindowClosed, Channel> = Effect.flatMap(Channel, ({ isClosing }) =>
  isClosing() ? Effect.fail(new WindowClosed({ state: "closed" })) : Effect.void,
)
