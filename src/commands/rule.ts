/** `npm run rule`: begins a rule with its three parts, a file, a test and a fixture, and says what is left to register. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { ruleIds } from "../../policy/rule-id.ts"
import { projectRoot } from "../launcher/place.ts"
import { nextSteps, partsOf } from "./rule-parts.ts"

const refuse = (sentence: string): number => {
  console.error(sentence)
  return 2
}

const taken = (id: string): boolean => ruleIds.some((each) => each === id)

/** Writes nothing when anything is in the way. `root` is another folder in tests. */
export const newRule = async (args: readonly string[], root: string = projectRoot): Promise<number> => {
  const [id = "", statement = "", ...more] = args
  if (!/^[a-z]+(-[a-z]+)+$/.test(id) || more.length > 0)
    return refuse(
      'rule takes a name in kebab-case and a statement: npm run rule -- nothing-is-sold "Answers are never sold."',
    )
  if (!/^[A-Z].*\.$/.test(statement) || /[`\\\n]/.test(statement))
    return refuse("The statement is one plain sentence: it begins with a capital and ends with a full stop.")
  if (taken(id)) return refuse(`There is a rule ${id} already.`)
  const parts = partsOf(id, statement)
  const there = Object.keys(parts).filter((file) => existsSync(join(root, file)))
  if (there.length > 0) return refuse(`Nothing was written, since this is there already: ${there.join(", ")}.`)
  for (const [file, text] of Object.entries(parts)) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  console.log(nextSteps(id, Object.keys(parts)))
  return 0
}
