/** Reports when a person last rang each help line that the pages show; a line that nobody rang says so. */
import { everyHelpLine, type HelpLine } from "../data/help-lines.ts"
import type { Declarations } from "../deployment/in-force.ts"
import type { ParameterReport, Report } from "./report.ts"

type Checked = Pick<Declarations, "helpLines">

const named = ({ name, number }: HelpLine): string => `${name}, ${number}`

export const helpLineRows = ({ helpLines = {} }: Checked): readonly ParameterReport[] =>
  everyHelpLine.map((line) => ({
    what: `Help line on every page: ${line.name}`,
    value: line.number,
    from: helpLines[line.id] ?? "nobody has checked it",
    source: "The day on which the controller declared that a person rang it",
  }))

/** Live does not wait for this: a line that is right must not be hidden because nobody recorded it. */
export const helpLinesNeeded = ({ helpLines = {} }: Checked, opens: string): Report["needed"] =>
  everyHelpLine
    .filter(({ id }) => helpLines[id] === undefined)
    .map((line) => ({
      what: `Before children answer, ring ${named(line)}, and record it (ask -- declare help-line ${line.id})`,
      who: "the controller",
      by: opens,
    }))
