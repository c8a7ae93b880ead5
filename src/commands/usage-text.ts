/** Words a wrong command line: its fault, that nothing ran, and the help to read. */
import { Console, Effect } from "effect"
import { type CliError, CliOutput } from "effect/cli"

const suggestion = (names: readonly string[]): string => (names[0] === undefined ? "" : ` Did you mean ${names[0]}?`)

const expected = (text: string): string => text.replace(/^Expected:? /, "")

/** Repeats no value: one may name a person. */
const fault = (error: CliError.NonShowHelpErrors): string => {
  switch (error._tag) {
    case "UnrecognizedOption":
      return `There is no flag ${error.option} here.${suggestion(error.suggestions)}`
    case "UnknownSubcommand":
      return `There is no such command.${suggestion(error.suggestions)}`
    case "UnexpectedArgument":
      return "The command takes no further word."
    case "MissingOption":
      return `The flag --${error.option} is missing.`
    case "MissingArgument":
      return `The argument ${error.argument} is missing.`
    case "InvalidValue":
      return `${error.kind === "flag" ? "--" : ""}${error.option} takes ${expected(error.expected)}.`
    default:
      return error.message
  }
}

/** Help that was asked for goes to standard output; the rest goes to standard error. */
export const presenter: CliOutput.Presenter = {
  present: Effect.fn("Presenter.present")(function* (event) {
    const formatter = CliOutput.defaultFormatter({ colors: false, globalFlags: "summary" })
    if (event._tag === "Version") return yield* Console.log(event.version)
    const help = formatter.formatHelpDoc(event.helpDoc)
    if (event._tag === "Help" && event.reason === "Requested") return yield* Console.log(help)
    if (event._tag === "Help") return yield* Console.error(help)
    const [first] = event.errors
    if (first === undefined) return
    yield* Console.error(`${fault(first)} Nothing was done. See: ${event.commandPath.join(" ")} --help`)
  }),
}
