/** Lists the recordings that the survey needs, checks a delivered set of them, and prints a script that speaks a draft. */
import { readdirSync } from "node:fs"
import { Console, Effect } from "effect"
import { Argument, Command } from "effect/cli"
import { fileName, type Recording, recordings } from "../../voice/texts.ts"
import { csvLine } from "../csv-line.ts"
import { FaultsFound, Unusable } from "../exit-code.ts"
import { typedPath } from "../typed-path.ts"
import { withSettings } from "../with-settings.ts"
import { checkDelivered } from "./delivered.ts"
import { draftScript } from "./draft-script.ts"

const row = (each: Recording): readonly string[] => [
  fileName(each),
  each.kind === "mp3" ? "voice" : "sign language, if there is a clip",
  each.kind === "mp3" || each.text !== "start" ? each.text : "The first screen",
  [...new Set(each.places.map(({ form }) => form))].join("; "),
  [...new Set(each.places.map(({ where }) => where))].join("; "),
]

const list = Command.make(
  "list",
  {},
  Effect.fn("ask.voice.list")(function* () {
    const rows = [["file", "kind", "text", "form", "where"], ...recordings().map(row)]
    yield* Console.log(rows.map(csvLine).join("\n"))
  }),
).pipe(Command.withDescription("Print every text to record as CSV: file name, kind, text, forms, places"))

const folder = Argument.String("FOLDER").pipe(Argument.withDescription("A folder of recordings"))

const check = Command.make(
  "check",
  { folder },
  Effect.fn("ask.voice.check")(function* ({ folder }) {
    const path = yield* typedPath(folder)
    yield* Effect.try({
      try: () => readdirSync(path),
      catch: () => new Unusable({ message: `${path} is not a folder that can be read. Nothing was checked.` }),
    })
    const wanted = recordings()
    const { isDraft, recorded, clips, faults } = checkDelivered(path, wanted)
    yield* Effect.forEach(faults, (fault) => Console.log(fault))
    yield* Console.log(
      `${recorded} of ${wanted.filter(({ kind }) => kind === "mp3").length} texts are recorded, and ${clips} pages have a clip in sign language.`,
    )
    if (isDraft) yield* Console.log("This is a draft that a machine spoke. Live does not start with it.")
    if (faults.length > 0) return yield* new FaultsFound()
  }),
).pipe(
  Command.withDescription("Check a delivered set: missing, surplus, empty, not MP3, or recorded in an older wording"),
)

const draft = Command.make(
  "draft",
  { folder },
  Effect.fn("ask.voice.draft")(function* ({ folder }) {
    yield* Console.log(draftScript(yield* typedPath(folder), recordings()).join("\n"))
  }),
).pipe(Command.withDescription("Print a script for sh that speaks a draft into a folder, for rehearsal only"))

export const voice = Command.make("voice").pipe(
  Command.withDescription("List and check the recordings that read the survey aloud"),
  Command.withSubcommands([list, check, draft]),
  withSettings,
  Command.withExamples([
    { command: "ask voice list > recordings.csv" },
    { command: "ask voice check recordings" },
    { command: "ask voice draft .data/rehearsal/released/voice | sh" },
  ]),
)
