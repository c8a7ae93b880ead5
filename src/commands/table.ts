/** Assesses whether a table of the answers is safe to release, prints no count, and proposes it when asked to. */
import { Console, Effect, Option } from "effect"
import { Command, Flag } from "effect/cli"
import { variables } from "../../surveys/variables/variables.ts"
import { Settings } from "../deployment/settings.ts"
import { variableList } from "../tables/request/assessment-text.ts"
import { requestTable } from "../tables/request/request-table.ts"
import { Unusable } from "./exit-code.ts"
import { onEvidence } from "./on-evidence.ts"
import { personFlag, switchFlag, textFlag } from "./values.ts"
import { withSettings } from "./with-settings.ts"

const flags = {
  rows: textFlag("rows", "ROWS", 'Variables of the rows: "age<age-band"').pipe(Flag.optional),
  columns: textFlag("columns", "COLUMNS", "Variables of the columns").pipe(Flag.optional),
  filters: textFlag("filter", "V=A,B", "Keep only these categories of a variable; may be repeated").pipe(
    Flag.atLeast(0),
  ),
  hidesZeros: switchFlag("hide-zeros", "Withhold the zeros next to a row of one category"),
  by: personFlag("by", "The person who asks, and the author of a proposal").pipe(Flag.optional),
  isProposed: switchFlag("propose", "Propose the table to the checkers when it is safe"),
  isList: switchFlag("variables", "List the variables with their categories, and read no answer"),
}

export const table = Command.make(
  "table",
  flags,
  Effect.fn("ask.table")(function* ({ rows, columns, filters, hidesZeros, by, isProposed, isList }) {
    if (isList) return yield* Console.log(variableList(variables).join("\n"))
    if (Option.isNone(rows))
      return yield* new Unusable({ message: "The flag --rows is missing. Nothing was done. See: ask table --help" })
    if (isProposed && Option.isNone(by))
      return yield* new Unusable({ message: "A proposal needs an author. Nothing was done: add --by ID." })
    const { storage } = yield* Settings
    const asked = {
      rows: rows.value,
      columns: Option.getOrUndefined(columns),
      filters: filters.length > 0 ? filters : undefined,
    }
    const request = { asked, by: Option.getOrUndefined(by), isProposed, hidesZeros }
    const { lines, proposal } = yield* onEvidence(requestTable(storage, request))
    yield* Console.log(lines.join("\n"))
    if (proposal !== undefined)
      yield* Console.log(
        `Proposed as ${proposal}. Two people who may check outputs, and are not its author, check it next.`,
      )
  }),
).pipe(
  withSettings,
  Command.withDescription(
    "Assess whether a table of the answers is safe to release, which cells would be withheld, and which table is better",
  ),
  Command.withExamples([
    { command: 'ask table --rows "age<age-band" --columns gender --filter form=6-8,9-12 --by ID' },
    { command: "ask table --variables" },
  ]),
)
