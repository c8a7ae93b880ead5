/** Explores the answers for a member of the evidence team; each look is in the ledger with its purpose, and nothing leaves. */
import { Console, Effect, Option, Schema } from "effect"
import { Command, Flag } from "effect/cli"
import { attempt } from "../../db/attempt.ts"
import { Evidence } from "../../db/evidence/evidence.ts"
import { today } from "../../policy/civil-day.ts"
import { decided } from "../../policy/record/decision-record.ts"
import { digestOf } from "../../policy/record/digest.ts"
import { Reason } from "../../policy/record/reason.ts"
import { formVariables } from "../../surveys/variables/form.ts"
import { chooseVariables } from "../analysis/copy/choose-variables.ts"
import { rowsOfForms } from "../analysis/copy/copy-content.ts"
import { bases } from "../analysis/explore/cross.ts"
import { look } from "../analysis/explore/look.ts"
import { keepLookCard, lookDigest, readLookCard } from "../analysis/explore/look-folder.ts"
import { lookText } from "../analysis/explore/look-text.ts"
import { readForAnalysis } from "../analysis/read-for-analysis.ts"
import { weightVariables } from "../analysis/weights/units.ts"
import { weigh } from "../analysis/weights/weigh.ts"
import { readWeight } from "../analysis/weights/weight-folder.ts"
import { Settings } from "../deployment/settings.ts"
import { resolveReader } from "../tables/request/read-responses.ts"
import { onEvidence } from "./on-evidence.ts"
import { personFlag, textFlag } from "./values.ts"
import { withSettings } from "./with-settings.ts"
import { formsFlag } from "./working-copy.ts"

const flags = {
  rows: textFlag("rows", "LIST", "Variables of the codebook, with commas: a table for each"),
  column: textFlag("columns", "VARIABLE", "A variable to compare by, such as age").pipe(Flag.optional),
  purpose: textFlag("purpose", "WORDS", "Why you look").pipe(
    Flag.filterMap(Schema.decodeUnknownOption(Reason), () => "a reason in words, on one line"),
  ),
  weight: textFlag("weight", "NAME", "The name of a weight").pipe(Flag.optional),
  base: Flag.Literals("base", bases).pipe(
    Flag.withDescription("Of children who answered, or of all who were asked"),
    Flag.withDefault("answered"),
  ),
  percent: Flag.Literals("percent", ["columns", "rows"]).pipe(
    Flag.withDescription("Whether each column or each row adds up to 100 per cent"),
    Flag.withDefault("columns"),
  ),
  forms: formsFlag,
  by: personFlag("by", "The member of the evidence team who looks").pipe(Flag.optional),
}

const list = Command.make(
  "list",
  {},
  Effect.fn("ask.explore.list")(function* () {
    const { storage } = yield* Settings
    const looks = yield* onEvidence(Effect.flatMap(Evidence, (evidence) => evidence.bodiesOf("answers-explored")))
    for (const { look: id, on } of looks) {
      const card = readLookCard(storage.dataDir, id)
      const across = card?.columns === undefined ? "" : ` by ${card.columns}`
      yield* Console.log(
        card === undefined
          ? `${on}  ${id.slice(0, 8)}: its card is lost`
          : `${on}  ${card.person}  ${card.rows.join(",")}${across}  ${card.purpose}`,
      )
    }
    if (looks.length === 0) yield* Console.log("Nobody has explored the answers.")
  }),
).pipe(withSettings, Command.withDescription("List every look at the answers: when, by whom, at what and why"))

export const explore = Command.make(
  "explore",
  flags,
  Effect.fn("ask.explore")(function* ({ rows, column, purpose, weight, base, percent, forms, by }) {
    const { storage } = yield* Settings
    const lines = yield* onEvidence(
      Effect.gen(function* () {
        const evidence = yield* Evidence
        const chosen = yield* chooseVariables(rows.split(","), forms)
        const [across] = Option.isNone(column) ? [] : yield* chooseVariables([column.value], forms)
        const used = Option.isNone(weight) ? undefined : yield* readWeight(evidence, storage.dataDir, weight.value)
        const { person, team } = yield* resolveReader(evidence, storage.mode, Option.getOrUndefined(by))
        const wanted = [...chosen, ...(across === undefined ? [] : [across])].map(({ variable }) => variable)
        const more = used === undefined ? [] : weightVariables
        const columns = yield* readForAnalysis(storage, person, [...wanted, ...more, ...formVariables]).pipe(
          Effect.provide(team),
        )
        const weighed = used === undefined ? undefined : yield* weigh(columns, used)
        const some = rowsOfForms(columns, forms)
        const isChosen = new Uint8Array(columns.responses).fill(some === undefined ? 1 : 0)
        some?.forEach((row) => {
          isChosen[row] = 1
        })
        // A child without a weight is in no weighted base.
        weighed?.unitOf.forEach((unit, row) => {
          if (unit < 0) isChosen[row] = 0
        })
        const looks = yield* look(columns, { rows: chosen, column: across, base, percent }, isChosen, weighed)
        const on = yield* today
        const card = {
          ...{ person, purpose, rows: chosen.map(({ entry }) => entry.name), base, on },
          ...(across !== undefined && { columns: across.entry.name }),
          ...(used !== undefined && { weight: used.name }),
        }
        yield* attempt("data", () => keepLookCard(storage.dataDir, card))
        const body = { look: lookDigest(card), reason: digestOf(purpose), member: digestOf(person), on }
        yield* evidence.record(yield* decided({ kind: "answers-explored", body }))
        return lookText(looks, { column: across, base, percent, weight: used })
      }),
    )
    yield* Console.log(lines.join("\n"))
  }),
).pipe(
  withSettings,
  Command.withDescription("Show frequencies and cross-tabulations with intervals and tests, to one member of the team"),
  Command.withExamples([
    {
      command: 'ask explore --rows life_now_family_3 --columns age --weight main --purpose "Happiness by age" --by ID',
    },
  ]),
  Command.withSubcommands([list]),
)
