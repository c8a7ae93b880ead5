/** Gives a turn to a submission that cannot do work: one every few seconds for each sender, in the order in which they came. */
import type { Sender } from "./senders.ts"

/** Milliseconds between two turns of one sender: no faster than work would be. */
const betweenTurns = 3_000
/** Milliseconds for which a turn is kept once it has come. */
const kept = 5 * 60 * 1000
const mostTurns = 100
const mostLanes = 1_000

interface Lane {
  next: number
  /** When the turn of each token comes, in that order. */
  readonly turns: Map<string, number>
}

export interface SlowLane {
  /** Milliseconds until the token's turn: 0 when it has come, and is thereby used. A token keeps its turn until then. */
  readonly wait: (sender: Sender, token: string, now: number) => number
}

const dropEnded = (lanes: Map<Sender, Lane>, now: number): void => {
  for (const [sender, { next, turns }] of lanes) {
    for (const [token, at] of turns) {
      if (at + kept > now) break
      turns.delete(token)
    }
    if (turns.size === 0 && next <= now) lanes.delete(sender)
  }
}

export const slowLane = (): SlowLane => {
  const lanes = new Map<Sender, Lane>()
  let droppedAt = 0

  const turnIn = (lane: Lane, token: string, now: number): number | undefined => {
    const known = lane.turns.get(token)
    if (known !== undefined) return known
    if (lane.turns.size >= mostTurns) return undefined
    const at = Math.max(now, lane.next)
    lane.next = at + betweenTurns
    lane.turns.set(token, at)
    return at
  }

  return {
    wait: (sender, token, now) => {
      if (now - droppedAt >= betweenTurns) {
        dropEnded(lanes, now)
        droppedAt = now
      }
      const lane = lanes.get(sender) ?? { next: now + betweenTurns, turns: new Map() }
      if (!lanes.has(sender) && lanes.size >= mostLanes) return mostTurns * betweenTurns
      lanes.set(sender, lane)
      const at = turnIn(lane, token, now)
      if (at === undefined) return Math.max(betweenTurns, lane.next - now)
      if (at > now) return at - now
      lane.turns.delete(token)
      return 0
    },
  }
}
