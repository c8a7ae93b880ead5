/** Carries out every sabotage on a copy of the code, one after another; the run fails unless a layer catches each. */
import { availableParallelism } from "node:os"
import { parseArgs } from "node:util"
import { thisBuild } from "../../src/launcher/this-build.mjs"
import { type Before, checkBefore, findCatch } from "./checks.ts"
import { control } from "./control.ts"
import { type Copy, copyOfTree, faultOf } from "./copy.ts"
import { decayed, unplanned } from "./list.ts"
import { phrases } from "./phrases.ts"
import { type Outcome, storeOutcomes, table } from "./result.ts"
import { isBuilt, nameOf, type Planned, type Sabotage } from "./sabotage.ts"
import { sabotages } from "./sabotages.ts"

/** `--only WORDS` selects by words; `--all` asks every layer, not only the first that catches; `--keep` writes the committed result. */
const { values } = parseArgs({
  options: { only: { type: "string", multiple: true }, all: { type: "boolean" }, keep: { type: "boolean" } },
})
const { only = [], all = false } = values

const isChosen = (planned: Planned): boolean =>
  only.length === 0 || only.some((words) => `${planned.rule} ${nameOf(planned)}`.includes(words))

const print = (line: string): void => void process.stdout.write(`${line}\n`)

const carryOut = async (copy: Copy, was: Before, { edits, caughtBy, ...named }: Sabotage): Promise<Outcome> => {
  const undo = copy.edit(edits)
  const [layers, missed]: [string[], string[]] = [[], []]
  let how: string | undefined
  try {
    for (const check of caughtBy) {
      const result = await findCatch(copy.folder, check, was)
      if ("why" in result) missed.push(result.why)
      else {
        layers.push(check.layer)
        how ??= result.how
        if (!all) break
      }
    }
  } finally {
    undo()
  }
  return { ...named, outcome: how === undefined ? "not caught" : "caught", layers, missed, ...(how && { how }) }
}

const outcomeOf = async (planned: Planned, copy: Copy, was: Before): Promise<Outcome> => {
  const nothing = { layers: [], missed: [] }
  if (!isBuilt(planned)) return { ...planned, outcome: "not built yet", ...nothing }
  // The DPIA is the controller's document and is not on every machine.
  if (planned.edits.some((edit) => faultOf(copy.folder, edit) !== undefined)) {
    const { edits, caughtBy, ...named } = planned
    return { ...named, outcome: "not here", ...nothing }
  }
  return carryOut(copy, was, planned)
}

/** Each copy takes the next sabotage of the queue; the outcomes keep the order of the list. */
const carryOutAll = async (list: readonly Planned[], copies: readonly Copy[], was: Before): Promise<Outcome[]> => {
  const outcomes: Outcome[] = []
  const queue = [...list].entries()
  let done = 0
  const work = async (copy: Copy): Promise<void> => {
    for (const [place, planned] of queue) {
      const outcome = await outcomeOf(planned, copy, was)
      outcomes[place] = outcome
      process.stderr.write(`${++done}/${list.length} ${outcome.outcome}: ${planned.rule}, ${nameOf(planned)}\n`)
    }
  }
  await Promise.all(copies.map(work))
  return outcomes
}

const main = async (): Promise<number> => {
  const began = Date.now()
  const chosen = sabotages.filter(isChosen)
  const faults = [...decayed(chosen), ...(only.length > 0 ? [] : unplanned(sabotages))]
  for (const fault of faults) print(fault)
  if (faults.length > 0) return 1
  if (phrases() === undefined) print("rules.md is missing, so its sabotages were not compared with the list.")

  const before = thisBuild()
  const first = copyOfTree()
  const copies = [first, ...(availableParallelism() > 1 && chosen.length > 1 ? [copyOfTree()] : [])]
  process.on("exit", () => copies.map((copy) => copy.remove()))
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => process.exit(1))

  const checks = [control, ...chosen.filter(isBuilt)].flatMap(({ caughtBy }) => caughtBy)
  const was = await checkBefore(first.folder, [
    ...new Set(checks.flatMap((each) => ("file" in each ? [each.file] : []))),
  ])
  const failing = [...was.tests].filter(([, passed]) => !passed).map(([name]) => name)
  for (const each of [...was.errors, ...failing]) print(`Failed before any sabotage: ${each.split("\n")[0]}`)

  const idle = await carryOut(first, was, control)
  const outcomes = await carryOutAll(chosen, copies, was)
  const seconds = Math.round((Date.now() - began) / 1000)
  print(table(outcomes))
  if (idle.outcome === "caught")
    print(`The control changes a comment only and was “caught”, so no result here can be trusted: ${idle.how}`)
  else if (only.length === 0) storeOutcomes(outcomes, seconds, before, values.keep)
  const count = (outcome: Outcome["outcome"]) => outcomes.filter((each) => each.outcome === outcome).length
  const missing = count("not here") > 0 ? `, ${count("not here")} without the file they sabotage` : ""
  print(
    `\n${count("caught")} caught, ${count("not caught")} not caught, ${count("not built yet")} not built yet${missing}; ${seconds} s`,
  )
  const isMissed = ({ outcome, missed }: Outcome) => outcome === "not caught" || (all && missed.length > 0)
  return idle.outcome === "caught" || outcomes.some(isMissed) ? 1 : 0
}

process.exitCode = await main()
