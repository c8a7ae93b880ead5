/** Reads the plan of a publication: a JSON file that lists tables, each entry for one table or for every combination of its parts. */
import { readFileSync } from "node:fs"
import { Effect, Result, Schema } from "effect"
import { TableRefused } from "../../../policy/disclosure/tables/refused.ts"
import type { GeographyException } from "../../../policy/release/geography-exception.ts"
import { parseRequest, requestText, type TableRequest } from "../request/table-request.ts"

const Names = Schema.Union([Schema.String, Schema.Array(Schema.String).check(Schema.isMinLength(1))])

const Plan = Schema.Struct({
  /** For those who read the file. */
  why: Schema.optionalKey(Schema.String),
  tables: Schema.Array(
    Schema.Struct({
      why: Schema.optionalKey(Schema.String),
      rows: Names,
      columns: Schema.optionalKey(Names),
      /** All of these apply to each table of the entry. */
      filters: Schema.optionalKey(Schema.Array(Schema.String)),
      /** One table for each of these filters. */
      each: Schema.optionalKey(Schema.Array(Schema.String).check(Schema.isMinLength(1))),
    }),
  ).check(Schema.isMinLength(1), Schema.isMaxLength(1_000)),
})

const decodePlan = Schema.decodeUnknownResult(Schema.fromJsonString(Plan), { onExcessProperty: "error" })

/** More tables than this nobody checks. */
const mostTables = 2_000

const refuse = (reason: string) => new TableRefused({ reason })

const shape =
  'a plan is {"tables": [{"rows": …, "columns": …, "filters": […], "each": […]}]}, and rows and columns are a name or a list of names'

const listOf = (names: string | readonly string[] | undefined): readonly (string | undefined)[] =>
  names === undefined ? [undefined] : typeof names === "string" ? [names] : names

/** Every table once; an entry that cannot be asked for refuses the plan by its place. */
export const parsePlan = Effect.fnUntraced(function* (text: string, exception?: GeographyException) {
  const plan = decodePlan(text)
  if (Result.isFailure(plan)) return yield* refuse(`The plan is not understood: ${shape}. Nothing was done.`)
  const requests = new Map<string, TableRequest>()
  for (const [at, { rows, columns, filters = [], each }] of plan.success.tables.entries())
    for (const row of listOf(rows))
      for (const column of listOf(columns))
        for (const filter of listOf(each)) {
          const options = {
            rows: row ?? "",
            columns: column,
            filters: filter === undefined ? filters : [...filters, filter],
          }
          const request = yield* parseRequest({ ...options, exception }).pipe(
            Effect.mapError(({ message }) => refuse(`Entry ${at + 1} of the plan: ${message} Nothing was done.`)),
          )
          requests.set(requestText(request), request)
        }
  if (requests.size > mostTables)
    return yield* refuse(`The plan has more than ${mostTables} tables. Nothing was done: plan them in parts.`)
  return [...requests.values()]
})

export const readPlan = Effect.fnUntraced(function* (path: string, exception?: GeographyException) {
  const text = yield* Effect.try({
    try: () => readFileSync(path, "utf8"),
    catch: () => refuse(`${path} cannot be read. Nothing was done: name a file that is there.`),
  })
  return yield* parsePlan(text, exception)
})
