/** Begins a new rule: writes its file, its test and its fixture, and prints the remaining steps. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { Console, Effect } from "effect"
import { Argument, Command } from "effect/cli"
import { ruleIds } from "../../policy/rule-id.ts"
import { projectRoot } from "../deployment/storage.ts"
import { Unusable } from "./exit-code.ts"
import { nextSteps, partsOf } from "./rule-parts.ts"
import { withSettings } from "./with-settings.ts"

const refuse = (sentence: string) => new Unusable({ message: `${sentence} Nothing was written.` })

/** Writes nothing when a file of that name exists. */
export const newRule = Effect.fn("Rule.begin")(function* (id: string, statement: string, root: string = projectRoot) {
  if (!/^[a-z]+(-[a-z]+)+$/.test(id))
    return yield* refuse("The id of a rule is in kebab-case, such as nothing-is-sold.")
  if (!/^[A-Z].*\.$/.test(statement) || /[`\\\n]/.test(statement))
    return yield* refuse("The statement is one plain sentence: it begins with a capital and ends with a full stop.")
  if (ruleIds.some((each) => each === id)) return yield* refuse(`The rule ${id} exists already.`)
  const parts = partsOf(id, statement)
  const existing = Object.keys(parts).filter((file) => existsSync(join(root, file)))
  if (existing.length > 0) return yield* refuse(`These files exist already: ${existing.join(", ")}.`)
  for (const [file, text] of Object.entries(parts)) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  yield* Console.log(nextSteps(id, Object.keys(parts)))
})

export const rule = Command.make(
  "rule",
  {
    id: Argument.String("ID").pipe(Argument.withDescription("In kebab-case, such as nothing-is-sold")),
    statement: Argument.String("STATEMENT").pipe(
      Argument.withDescription('One plain sentence, such as "Answers are never sold."'),
    ),
  },
  ({ id, statement }) => newRule(id, statement),
).pipe(withSettings, Command.withDescription("Begin a new rule: its file, its test and its fixture"))
