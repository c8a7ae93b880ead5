/** Tabulates any microdata and withholds the cells that it must; writes the cells and their certificate, or neither. */
import { readFileSync } from "node:fs"
import { Console, Effect, Option } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { cellsCsv, certificateParts } from "../../policy/disclosure/suppress/proof/certificate.ts"
import { protect as protectTable } from "../../policy/disclosure/suppress/protect.ts"
import { readMicrodata } from "../../policy/disclosure/tables/csv.ts"
import { decodeCsv } from "../../policy/disclosure/tables/decode-csv.ts"
import { parseLayout } from "../../policy/disclosure/tables/layout.ts"
import { tabulate } from "../../policy/disclosure/tables/tabulate.ts"
import { Unusable } from "./exit-code.ts"
import { typedPath } from "./typed-path.ts"
import { textFlag, wholeNumberFlag } from "./values.ts"
import { withSettings } from "./with-settings.ts"
import { writeFolder } from "./write-folder.ts"

const flags = {
  file: Argument.String("MICRO.csv").pipe(Argument.withDescription("One row per person")),
  dims: textFlag("dims", "DIMENSIONS", 'Columns to tabulate, finer ones first: "la<region,ageband"'),
  threshold: wholeNumberFlag("threshold", "Counts under it are withheld; 2 or more").pipe(
    Flag.filter(
      (threshold) => threshold >= 2,
      () => "a whole number of 2 or more",
    ),
  ),
  out: textFlag("out", "FOLDER", "The folder for cells.csv and certificate.json"),
  level: Flag.Literals("level", ["witnessed", "exact"]).pipe(
    Flag.withDescription("exact protects only exact counts"),
    Flag.withDefault("witnessed"),
  ),
  sensitive: textFlag("sensitive", "DIMENSIONS", "all, or dimensions in which no group may share one category").pipe(
    Flag.optional,
  ),
}

export const protect = Command.make(
  "protect",
  flags,
  Effect.fn("ask.disclosure.protect")(
    function* ({ file, dims, threshold, out, level, sensitive }) {
      const layout = yield* parseLayout(dims)
      const [path, folder] = [yield* typedPath(file), yield* typedPath(out)]
      const bytes = yield* Effect.try({
        try: () => readFileSync(path),
        catch: () => new Unusable({ message: `${path} cannot be read. Nothing was written.` }),
      })
      const text = decodeCsv(bytes)
      if (typeof text !== "string")
        return yield* new Unusable({
          message: `${path} ${text.because}. Nothing was written. Export it again as CSV UTF-8.`,
        })
      const table = yield* tabulate(yield* readMicrodata(text, layout.flat()), layout)
      const groups = Option.map(sensitive, (names) => (names === "all" ? names : names.split(",")))
      const before = process.cpuUsage()
      const result = yield* protectTable(table, {
        threshold,
        level,
        ...(Option.isSome(groups) && { sensitive: groups.value }),
      })
      const { user, system } = process.cpuUsage(before)
      const cells = cellsCsv(result)
      yield* Effect.try({
        try: () => writeFolder(folder, { "cells.csv": [cells], "certificate.json": certificateParts(result, cells) }),
        catch: () => new Unusable({ message: `${folder} cannot be written to. Nothing was written.` }),
      })
      const seconds = ((user + system) / 1e6).toFixed(2)
      yield* Console.log(
        `${table.lattice.size} cells, ${result.primaries} primaries, ${result.suppressed} suppressed, ${seconds} CPU seconds, verdict safe (${level})`,
      )
    },
    Effect.catchTag("TableRefused", ({ message }) => Effect.fail(new Unusable({ message }))),
  ),
).pipe(
  withSettings,
  Command.withDescription(
    "Tabulate microdata, withhold the cells that must be, and write cells.csv and certificate.json",
  ),
  Command.withExamples([
    { command: 'ask disclosure protect MICRO.csv --dims "la<region,ageband" --threshold 10 --out FOLDER' },
  ]),
)
