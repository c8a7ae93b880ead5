/** `ask -- release`: the tables on their way out, what a checker must see of one, a check, the release, and how fine it may be. */
import { parseArgs } from "node:util"
import { Effect, Result, Schema } from "effect"
import { isAbsent } from "../../db/collection/store-unavailable.ts"
import { Evidence } from "../../db/evidence/evidence.ts"
import { grant } from "../../policy/capability/capability.ts"
import { PersonId } from "../../policy/capability/member.ts"
import { finerGeographies } from "../../policy/disclosure/finer-geography.ts"
import { Reason } from "../../policy/evidence/reason.ts"
import { parameters } from "../../policy/parameters.ts"
import { decisionTold } from "../../policy/rules/aggregates-only-beyond-the-team.ts"
import type { Place } from "../launcher/place.ts"
import { carrier } from "../releasing/carrier.ts"
import { check } from "../releasing/check.ts"
import { proposalCalled, shortest } from "../releasing/proposal-called.ts"
import { publish } from "../releasing/publish.ts"
import { ledgerHere } from "../releasing/release.ts"
import { shownTo } from "../releasing/shown.ts"
import { whyRefused } from "../releasing/why-refused.ts"
import { narrowFrom, widenTo } from "../releasing/widen.ts"
import { withEvidence } from "../staff/with-evidence.ts"

const usage = `Write: release, for the list; release show ID --by PERSON, for what a checker must see; release check ID --by PERSON, for one of two people other than the author; release ID --by SUPERVISOR; release widen local-authority --because REASON --by SUPERVISOR, for the decision to publish finer than a region; or release narrow local-authority --by SUPERVISOR, which takes it back for all that is not released. A person is an id of sixteen signs, as the controller's list has it.`

const Id = Schema.String.check(Schema.isPattern(/^[0-9a-f]{8,64}$/))
const Finer = Schema.Literals(finerGeographies)
const Order = Schema.Union([
  Schema.Struct({ words: Schema.Tuple([]) }),
  Schema.Struct({ words: Schema.Tuple([Schema.Literal("show"), Id]), by: PersonId }),
  Schema.Struct({ words: Schema.Tuple([Schema.Literal("check"), Id]), by: PersonId }),
  Schema.Struct({ words: Schema.Tuple([Id]), by: PersonId }),
  Schema.Struct({ words: Schema.Tuple([Schema.Literal("widen"), Finer]), by: PersonId, because: Reason }),
  Schema.Struct({ words: Schema.Tuple([Schema.Literal("narrow"), Finer]), by: PersonId }),
])
const readOrder = Schema.decodeUnknownResult(Order, { onExcessProperty: "error" })

const asked = (args: readonly string[]) => {
  try {
    const options = { by: { type: "string" }, because: { type: "string" } } as const
    const { positionals: words, values } = parseArgs({ args: [...args], options, allowPositionals: true })
    return Result.getOrUndefined(readOrder({ words, ...values }))
  } catch {
    return undefined
  }
}

const listed = Effect.gen(function* () {
  const { outputs } = yield* Evidence
  const standings = yield* outputs.standings
  const decisions = (yield* outputs.widenings).map((each) => `${decisionTold(each)}.`)
  if (standings.length === 0) return [...decisions, "No table has been proposed: ask -- table … --propose does."]
  const tables = standings.map(({ id, title, proposedOn, checks, releasedOn }) => {
    const far = releasedOn ? `released on ${releasedOn}` : `${checks} of ${parameters.outputCheckers.value} checks`
    return `${id.slice(0, shortest)}  ${proposedOn}  ${far}  ${title}`
  })
  return [...decisions, ...tables]
})

const released = Effect.fnUntraced(function* (place: Place, id: string, by: PersonId) {
  const { isNew, tables, folder } = yield* publish(place, id, by)
  const all = tables === 1 ? "1 table is" : `${tables} tables are`
  return [isNew ? "Released." : "It was released before.", `${all} published in ${folder}.`]
})

/** Written down before anything finer can be asked for, and kept when it is taken back. */
const decided = Effect.fnUntraced(function* (order: Extract<typeof Order.Type, { readonly by: PersonId }>) {
  const may = yield* grant("widen-geography", order.by)
  const [, geography = ""] = order.words
  if ("because" in order)
    return `${decisionTold(yield* widenTo(geography, order.because, may))}. It is in the ledger, and no table was released by it yet.`
  return `${decisionTold(yield* narrowFrom(geography, may))}. What was released by it stays.`
})

/** Before it is released, its counts are for those who carry it. */
const shown = Effect.fnUntraced(function* (id: string, by: PersonId) {
  yield* carrier(by)
  return yield* shownTo(yield* proposalCalled(id), yield* ledgerHere)
})

const done = (place: Place, order: typeof Order.Type) =>
  Effect.gen(function* () {
    const [first, second] = order.words
    if (!("by" in order)) return yield* listed
    if (first === "show") return yield* shown(second ?? "", order.by)
    if (second === undefined) return yield* released(place, first ?? "", order.by)
    if (first === "widen" || first === "narrow") return [yield* decided(order)]
    const checks = yield* check(second, yield* grant("check-output", order.by))
    return [`Checked: ${checks} of ${parameters.outputCheckers.value}.`]
  })

const absent = "There is no evidence store here yet: ask -- transfer makes it, and ask -- table … --propose proposes."

const why = (error: { readonly _tag: string; readonly message: string }): string =>
  isAbsent(error) ? absent : whyRefused(error)

export const release = (place: Place, args: readonly string[]): Promise<number> => {
  const order = asked(args)
  if (order === undefined) {
    console.error(usage)
    return Promise.resolve(2)
  }
  process.umask(0o077)
  return withEvidence(place, done(place, order)).pipe(
    Effect.match({
      onSuccess: (lines) => {
        for (const line of lines) console.log(line)
        return 0
      },
      onFailure: (error) => {
        console.error(why(error))
        return 1
      },
    }),
    Effect.runPromise,
  )
}
