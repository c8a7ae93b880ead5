/** Follows whether an answer would be stored now, tells `web` each second, and logs one line when that changes. */
import type { Failure } from "../../db/failure.ts"
import type { Log, LogFields } from "../deployment/log.ts"
import { millisecondsSince } from "../deployment/log.ts"

export interface Readiness {
  /** The store has committed, or could not. */
  readonly beat: (failure: Failure | undefined) => void
  /** The platform is open. */
  readonly opened: () => void
  /** Looks at once: something has changed. */
  readonly look: () => void
  readonly isReady: () => boolean
  /** Milliseconds since a write was durable. */
  readonly silentFor: () => number
  readonly stop: () => void
}

/** Milliseconds. Two heartbeats may be late on a busy machine. */
const silence = 6_000
const betweenLooks = 1_000

export const followReadiness = (
  {
    tell,
    log,
    mayWrite = () => true,
  }: { readonly tell: (ready: boolean) => unknown; readonly log: Log; readonly mayWrite?: () => boolean },
  now: () => number = () => performance.now(),
): Readiness => {
  let openedAt: number | undefined
  let lastBeat = Number.NEGATIVE_INFINITY
  let failing: Failure | undefined
  let logged: LogFields["failure"]
  let since = now()

  /** The first heartbeat may come a moment after the platform has opened. */
  const isSilent = (): boolean => now() - Math.max(lastBeat, openedAt ?? 0) > silence
  const cause = (): LogFields["failure"] =>
    mayWrite() ? (failing ?? (isSilent() ? "silent" : undefined)) : "unreachable"
  const isReady = (): boolean => openedAt !== undefined && Number.isFinite(lastBeat) && cause() === undefined
  const look = (): void => {
    tell(isReady())
    const found = cause()
    if (openedAt === undefined || found === logged) return
    if (logged === undefined) since = now()
    if (found === undefined)
      log({ process: "writer", event: "store-available", milliseconds: millisecondsSince(since) })
    else log({ process: "writer", event: "store-unavailable", failure: found })
    logged = found
  }
  const timer = setInterval(look, betweenLooks)
  timer.unref()
  return {
    beat: (failure) => {
      if (failure === undefined) lastBeat = now()
      failing = failure
      look()
    },
    opened: () => {
      openedAt = now()
      look()
    },
    look,
    isReady,
    silentFor: () => now() - lastBeat,
    stop: () => clearInterval(timer),
  }
}
