/** `ask -- table`: whether a cut of the answers is safe to release, and which coarser one is better, and no count; or puts it before the checkers. */
import { parseArgs } from "node:util"
import { Effect, Schema } from "effect"
import { isAbsent } from "../../db/collection/store-unavailable.ts"
import { Evidence, openEvidence } from "../../db/evidence/evidence.ts"
import { PersonId } from "../../policy/capability/member.ts"
import { TableRefused } from "../../policy/disclosure/tables/refused.ts"
import { CollectionWindow } from "../../policy/window.ts"
import { variables } from "../../surveys/variables/variables.ts"
import { adviceFor } from "../asking/advice.ts"
import { type CutTable, cutTable } from "../asking/answered.ts"
import { asReleased, ledgerOf } from "../asking/as-released.ts"
import { variablesToRead } from "../asking/coarser-cuts.ts"
import { type Cut, cutFrom } from "../asking/cut.ts"
import { type Judged, judged } from "../asking/judged.ts"
import { responses, whoAsks } from "../asking/responses.ts"
import { listOf, said } from "../asking/said.ts"
import { evidenceSource, type Place } from "../launcher/place.ts"
import { propose } from "../releasing/propose.ts"
import { widenedHere } from "./widened-here.ts"
import { windowHere } from "./window-here.ts"

const usage =
  'Write: table --rows "age<age-band" --columns gender --filter form=6-8,9-12 --by ID, with as many filters as are needed and --propose to put it before the checkers, or table --variables for the list.'

const refused = (reason: string) => new TableRefused({ reason })

const options = {
  rows: { type: "string" },
  columns: { type: "string" },
  filter: { type: "string", multiple: true },
  by: { type: "string" },
  propose: { type: "boolean" },
  variables: { type: "boolean" },
} as const

interface Order {
  readonly cut: Cut
  readonly by: PersonId | undefined
  readonly isProposed: boolean
}

const orders = Effect.fnUntraced(function* (place: Place, args: readonly string[]) {
  const { values } = yield* Effect.try({
    try: () => parseArgs({ args: [...args], allowPositionals: false, options }),
    catch: () => refused(usage),
  })
  const { rows, columns, filter: filters, by, propose: isProposed = false, variables: isList } = values
  if (isList) return undefined
  if (!rows) return yield* refused(usage)
  const person =
    by === undefined
      ? undefined
      : yield* Effect.mapError(Schema.decodeUnknownEffect(PersonId)(by), () =>
          refused("--by takes an id of sixteen signs, as the controller's list has it."),
        )
  if (isProposed && person === undefined)
    return yield* refused("A proposal has an author: add --by ID, as the controller's list has it.")
  const cut = yield* cutFrom({ rows, columns, filters, widened: yield* widenedHere(place) })
  return { cut, by: person, isProposed } satisfies Order
})

const absent = refused("There is no evidence store here yet: ask -- transfer makes it and brings the answers.")

/** Asking makes no store. */
const openHere = Effect.fnUntraced(function* ({ mode, ...place }: Place) {
  const source = evidenceSource({ mode, ...place })
  yield* Effect.scoped(openEvidence({ source: { ...source, readOnly: true }, mode })).pipe(
    Effect.catchIf(isAbsent, () => absent),
  )
  return { source, evidence: yield* openEvidence({ source, mode, upgrade: false }) }
})

/** Proposed only where it is safe now; whether it may be released is asked anew when it is. */
const proposed = Effect.fnUntraced(function* (table: CutTable, { because, protected: made }: Judged, by: PersonId) {
  if (because !== undefined || made === undefined)
    return yield* refused(`Not proposed. ${because ?? "It cannot be made safe."}`)
  const id = yield* propose(table, made, by)
  return `Proposed as ${id}: two people who may check outputs, and are not its author, look at it next.`
})

const answered = (place: Place, { cut, by, isProposed }: Order) =>
  Effect.gen(function* () {
    const { source, evidence } = yield* openHere(place)
    const { person, team } = yield* whoAsks(evidence, place.mode, by)
    const open = yield* windowHere(place)
    return yield* Effect.gen(function* () {
      const columns = yield* responses({ evidence, source, person, wanted: variablesToRead(cut) })
      const table = yield* cutTable(cut, columns)
      const ledger = yield* ledgerOf(columns)
      const found = yield* asReleased(table, yield* judged(table), ledger)
      const advice = yield* adviceFor(cut, columns, { asked: found, ledger })
      const answer = said({ cut, table, judged: found, advice })
      return isProposed ? [...answer, yield* proposed(table, found, person)] : answer
    }).pipe(
      Effect.provide(team),
      Effect.provideService(Evidence, evidence),
      Effect.provideService(CollectionWindow, open),
    )
  }).pipe(Effect.scoped)

const lines = Effect.fnUntraced(function* (place: Place, args: readonly string[]) {
  const order = yield* orders(place, args)
  return order === undefined ? listOf(variables) : yield* answered(place, order)
})

/** 0 once it could be decided, whatever the verdict, and 2 where it could not. */
export const table = (place: Place, args: readonly string[]): Promise<number> =>
  lines(place, args).pipe(
    Effect.match({
      onSuccess: (found) => {
        console.log(found.join("\n"))
        return 0
      },
      onFailure: ({ message }) => {
        console.error(message)
        return 2
      },
    }),
    Effect.runPromise,
  )
