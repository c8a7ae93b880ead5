/** Keeps a matched response: sealed in a shuffled group to the day's public key, and acknowledged only once durable. */
import { Context, Effect, Layer } from "effect"
import type { Outcome } from "../../db/collection/append.ts"
import { sealGroup } from "../../db/collection/seal.ts"
import type { Matched } from "../../policy/stage.ts"
import type { DayWithin } from "../../policy/window.ts"
import type { Item } from "../launcher/message.ts"
import { append, onAppended, publicKeyOf } from "./channel.ts"

interface Waiting {
  readonly matched: Matched
  readonly token: string
  readonly day: DayWithin
  readonly settle: (outcome: Outcome) => void
}

/** Milliseconds a response waits for company: hardly any on a quiet day, more while another group is on its way. */
const gathering = 2
const gatheringBehind = 4
const largestGroup = 16
/** Beyond this the service says it is busy rather than grow. */
const mostWaiting = 4_000
/** Milliseconds; a retry with the same token is harmless. */
const patience = 10_000

type Heard = (outcomes: readonly Outcome[]) => void

const sent = new Map<number, Heard>()
let gathered: Waiting[] = []
let timer: NodeJS.Timeout | undefined
let lastGroup = 0
let underway = 0
let waiting = 0

onAppended(({ group, outcomes }) => sent.get(group)?.(outcomes))

/** Nothing at all is known of a group that nobody takes, or that is not answered in time. */
const handOver = (items: readonly Item[]): Promise<readonly Outcome[]> =>
  new Promise((resolve) => {
    const group = ++lastGroup
    const heard: Heard = (outcomes) => {
      clearTimeout(lateness)
      sent.delete(group)
      resolve(outcomes)
    }
    const lateness = setTimeout(heard, patience, [])
    sent.set(group, heard)
    if (!append({ kind: "append", group, items })) heard([])
  })

const store = async (group: readonly Waiting[], day: string): Promise<void> => {
  const key = publicKeyOf(day)
  if (key === undefined) return
  const { sealed, order } = await sealGroup(
    group.map(({ matched }) => matched),
    day,
    key,
  )
  const inOrder = order.flatMap((index) => group[index] ?? [])
  const items = inOrder.flatMap(({ token }, index) => (sealed[index] ? [{ token, sealed: sealed[index] }] : []))
  const outcomes = await handOver(items)
  inOrder.forEach(({ settle }, index) => {
    settle(outcomes[index] ?? "unavailable")
  })
}

const send = async (group: readonly Waiting[], day: string): Promise<void> => {
  underway += 1
  await store(group, day).catch(() => undefined)
  underway -= 1
  for (const { settle } of group) settle("unavailable")
  if (underway === 0 && gathered.length > 0) flush()
}

const flush = (): void => {
  clearTimeout(timer)
  timer = undefined
  const byDay = Map.groupBy(gathered, ({ day }) => day)
  gathered = []
  for (const [day, group] of byDay) void send(group, day)
}

const keep = (matched: Matched, token: string, day: DayWithin): Effect.Effect<Outcome> =>
  Effect.callback<Outcome>((resume) => {
    if (waiting >= mostWaiting) return resume(Effect.succeed("unavailable"))
    waiting += 1
    let settled = false
    const settle = (outcome: Outcome): void => {
      if (settled) return
      settled = true
      waiting -= 1
      resume(Effect.succeed(outcome))
    }
    gathered.push({ matched, token, day, settle })
    if (gathered.length >= largestGroup) flush()
    else timer ??= setTimeout(flush, underway === 0 ? gathering : gatheringBehind)
  })

export class Door extends Context.Service<
  Door,
  {
    /** `day` is the civil date of receipt in Europe/London. */
    readonly keep: (matched: Matched, token: string, day: DayWithin) => Effect.Effect<Outcome>
  }
>()("src/server/Door") {
  static readonly layer = Layer.succeed(Door, { keep })
}
