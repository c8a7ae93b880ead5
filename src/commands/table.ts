/** `ask -- table`: whether a cut of the answers is safe to release, and which coarser one is better, and no count; or puts it before the checkers. */
import { parseArgs } from "node:util"
import { Effect, Schema } from "effect"
import { isAbsent } from "../../db/collection/store-unavailable.ts"
import { PersonId } from "../../policy/capability/member.ts"
import { TableRefused } from "../../policy/disclosure/tables/refused.ts"
import { variables } from "../../surveys/variables/variables.ts"
import { askTable, type Request } from "../asking/ask-table.ts"
import { listOf } from "../asking/said.ts"
import type { Place } from "../launcher/place.ts"
import { whyRefused } from "../releasing/why-refused.ts"
import { withEvidence } from "../staff/with-evidence.ts"

const usage =
  'Write: table --rows "age<age-band" --columns gender --filter form=6-8,9-12 --by ID, with as many filters as are needed, --propose to put it before the checkers and --hide-zeros to withhold the zeros beside a row of one category, or table --variables for the list.'

const refused = (reason: string) => new TableRefused({ reason })

const options = {
  rows: { type: "string" },
  columns: { type: "string" },
  filter: { type: "string", multiple: true },
  by: { type: "string" },
  propose: { type: "boolean" },
  "hide-zeros": { type: "boolean" },
  variables: { type: "boolean" },
} as const

const orders = Effect.fnUntraced(function* (args: readonly string[]) {
  const { values } = yield* Effect.try({
    try: () => parseArgs({ args: [...args], allowPositionals: false, options }),
    catch: () => refused(usage),
  })
  const {
    rows,
    columns,
    filter: filters,
    by,
    propose: isProposed = false,
    "hide-zeros": hidesZeros = false,
    variables: isList,
  } = values
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
  return { asked: { rows, columns, filters }, by: person, isProposed, hidesZeros } satisfies Request
})

const absent = "There is no evidence store here yet: ask -- transfer makes it and brings the answers."

const lines = Effect.fnUntraced(function* (place: Place, args: readonly string[]) {
  const order = yield* orders(args)
  if (order === undefined) return listOf(variables)
  const { lines: said, proposal } = yield* withEvidence(place, askTable(place, order))
  if (proposal === undefined) return said
  return [
    ...said,
    `Proposed as ${proposal}: two people who may check outputs, and are not its author, look at it next.`,
  ]
})

/** 0 once it could be decided, whatever the verdict, and 2 where it could not. */
export const table = (place: Place, args: readonly string[]): Promise<number> =>
  lines(place, args).pipe(
    Effect.match({
      onSuccess: (found) => {
        console.log(found.join("\n"))
        return 0
      },
      onFailure: (error) => {
        console.error(isAbsent(error) ? absent : whyRefused(error))
        return 2
      },
    }),
    Effect.runPromise,
  )
