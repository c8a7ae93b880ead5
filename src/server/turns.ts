/** Gives each request its turn: submissions first, then long bodies, then pages; limits how many of each kind run at once. */

/** In the order of their turns. */
export const kinds = ["submission", "large", "page"] as const
export type Kind = (typeof kinds)[number]

/** Begins the work, and calls `end` once its reply has been handed over. */
export type Work = (end: () => void) => void

export interface Limits {
  /** Under way at once. */
  readonly atOnce: number
  /** Begun before what has arrived meanwhile is read. */
  readonly aRound: number
  /** Waiting for a turn: one more is refused. */
  readonly waiting: number
}

export type LimitsByKind = Readonly<Record<Kind, Limits>>

/** A page takes the processor until it is made; a submission mostly waits for the disk. */
export const usualLimits: LimitsByKind = {
  submission: { atOnce: 512, aRound: 64, waiting: 2_000 },
  large: { atOnce: 64, aRound: 1, waiting: 500 },
  page: { atOnce: 256, aRound: 4, waiting: 1_000 },
}

interface Queue {
  readonly limits: Limits
  waiting: Work[]
  underWay: number
  begun: number
}

/** Returns whether there is room for the work, now or later. */
export type Take = (kind: Kind, work: Work) => boolean

/** `later` runs a round once what has arrived meanwhile has been read. */
export const takingTurns = (limits: LimitsByKind, later: (round: () => void) => void = setImmediate): Take => {
  const queueOf = (kind: Kind): Queue => ({ limits: limits[kind], waiting: [], underWay: 0, begun: 0 })
  const queues = { submission: queueOf("submission"), large: queueOf("large"), page: queueOf("page") }
  let isPlanned = false

  const room = ({ limits: { atOnce, aRound }, underWay, begun }: Queue): number =>
    Math.max(0, Math.min(atOnce - underWay, aRound - begun))

  const begin = (queue: Queue, work: Work): void => {
    let hasEnded = false
    queue.underWay += 1
    queue.begun += 1
    plan()
    work(() => {
      if (hasEnded) return
      hasEnded = true
      queue.underWay -= 1
      plan()
    })
  }

  /** Every kind has its share of a round, so that no kind waits for ever behind another. */
  const round = (): void => {
    isPlanned = false
    for (const kind of kinds) queues[kind].begun = 0
    for (const kind of kinds) {
      const queue = queues[kind]
      const next = queue.waiting.slice(0, room(queue))
      queue.waiting = queue.waiting.slice(next.length)
      for (const work of next) begin(queue, work)
    }
  }

  const plan = (): void => {
    if (isPlanned) return
    isPlanned = true
    later(round)
  }

  return (kind, work) => {
    const queue = queues[kind]
    if (queue.waiting.length === 0 && room(queue) > 0) {
      begin(queue, work)
      return true
    }
    if (queue.waiting.length >= queue.limits.waiting) return false
    queue.waiting.push(work)
    return true
  }
}
