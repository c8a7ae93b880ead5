/** Keeps a matched response: sealed in a shuffled group to the day's public key, and acknowledged only once durable. */
import { Context, Effect, Layer } from "effect"
import type { Outcome } from "../../db/collection/append.ts"
import { sealGroup } from "../../db/collection/seal.ts"
import type { Matched } from "../../policy/stage.ts"
import { append, onAppended, publicKeyOf } from "./channel.ts"

interface Waiting {
  readonly matched: Matched
  readonly token: string
  readonly settle: (outcome: Outcome) => void
}

/** Milliseconds a response waits for company; the writer adds at most 5 of its own. */
const gathering = 2
const largestGroup = 128
/** Beyond this the service says it is busy rather than grow. */
const mostWaiting = 4_000
/** Milliseconds; a retry with the same token is harmless. */
const patience = 10_000

const sent = new Map<number, readonly Waiting[]>()
let gathered: Array<Waiting & { readonly day: string }> = []
let timer: NodeJS.Timeout | undefined
let lastGroup = 0
let waiting = 0

const settleAll = (group: readonly Waiting[], outcome: Outcome): void => {
  for (const each of group) each.settle(outcome)
}

onAppended(({ group, outcomes }) => {
  const items = sent.get(group) ?? []
  sent.delete(group)
  items.forEach((item, index) => {
    item.settle(outcomes[index] ?? "unavailable")
  })
})

const sendGroup = async (items: readonly Waiting[], day: string): Promise<void> => {
  const key = publicKeyOf(day)
  if (key === undefined) return settleAll(items, "unavailable")
  const { sealed, order } = await sealGroup(
    items.map(({ matched }) => matched),
    day,
    key,
  )
  const inOrder = order.flatMap((index) => items[index] ?? [])
  const group = ++lastGroup
  sent.set(group, inOrder)
  const message = {
    kind: "append",
    group,
    items: sealed.flatMap((each, index) => {
      const token = inOrder[index]?.token
      return token === undefined ? [] : [{ token, sealed: each }]
    }),
  } as const
  if (!append(message)) {
    sent.delete(group)
    settleAll(inOrder, "unavailable")
  }
}

const flush = (): void => {
  clearTimeout(timer)
  timer = undefined
  const byDay = Map.groupBy(gathered, ({ day }) => day)
  gathered = []
  for (const [day, items] of byDay) sendGroup(items, day).catch(() => settleAll(items, "unavailable"))
}

const keep = (matched: Matched, token: string, day: string): Effect.Effect<Outcome> =>
  Effect.callback<Outcome>((resume) => {
    if (waiting >= mostWaiting) return resume(Effect.succeed("unavailable"))
    waiting += 1
    let settled = false
    const settle = (outcome: Outcome): void => {
      if (settled) return
      settled = true
      waiting -= 1
      clearTimeout(lateness)
      resume(Effect.succeed(outcome))
    }
    const lateness = setTimeout(settle, patience, "unavailable")
    gathered.push({ matched, token, day, settle })
    if (gathered.length >= largestGroup) flush()
    else timer ??= setTimeout(flush, gathering)
  })

export class Door extends Context.Service<
  Door,
  {
    /** `day` is the civil date of receipt in Europe/London. */
    readonly keep: (matched: Matched, token: string, day: string) => Effect.Effect<Outcome>
  }
>()("src/server/Door") {
  static readonly layer = Layer.succeed(Door, { keep })
}
