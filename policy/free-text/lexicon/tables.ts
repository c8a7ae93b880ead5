/** Parses the tables that ship with the detector; a table that is cut short or empty is refused. */
import { Effect, Schema } from "effect"

/** The texts of `policy/free-text/data`, by the name of the file. */
export interface TableTexts {
  readonly firstNames: string
  readonly surnames: string
  readonly places: string
  readonly schoolStems: string
  readonly streets: string
  readonly words: string
  readonly childWords: string
  readonly moreNames: string
  readonly allowed: string
}

/** The detector was given data that are not its own. */
export class DetectorDataRefused extends Schema.TaggedError<DetectorDataRefused>()("DetectorDataRefused", {
  message: Schema.String,
}) {}

/** Rows of a table with a tab between a name and its value. */
export const rowsOf = (text: string): readonly (readonly [string, string])[] =>
  text.split("\n").flatMap((line): readonly (readonly [string, string])[] => {
    const tab = line.indexOf("\t")
    return tab < 1 ? [] : [[line.slice(0, tab), line.slice(tab + 1)]]
  })

const least: Readonly<Record<keyof TableTexts, number>> = {
  firstNames: 30_000,
  surnames: 10_000,
  places: 20_000,
  schoolStems: 15_000,
  streets: 10_000,
  words: 40_000,
  childWords: 1,
  moreNames: 5,
  allowed: 5,
}

export const requireTables = Effect.fnUntraced(function* (texts: TableTexts) {
  for (const [name, lines] of Object.entries(least)) {
    const text = Object.entries(texts).find(([key]) => key === name)?.[1] ?? ""
    if (text.split("\n").length - 1 < lines)
      return yield* new DetectorDataRefused({
        message: `The table ${name} of the text detector is cut short. No text was read. Restore policy/free-text/data from the repository.`,
      })
  }
})
