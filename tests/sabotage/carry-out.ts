/** Carries out every sabotage on a copy, one after another: each is caught by a layer, or the run fails. */
import { parseArgs } from "node:util"
import { type Before, before, caught } from "./checks.ts"
import { control } from "./control.ts"
import { type Copy, copyOfTree, rotten } from "./copy.ts"
import { decayed, unplanned } from "./list.ts"
import { phrases } from "./phrases.ts"
import { keep, type Outcome, table } from "./result.ts"
import { isBuilt, nameOf, type Planned, type Sabotage } from "./sabotage.ts"
import { sabotages } from "./sabotages.ts"

const { values } = parseArgs({ options: { only: { type: "string", multiple: true }, all: { type: "boolean" } } })
const only = values.only ?? []

const isChosen = (planned: Planned): boolean =>
  only.length === 0 || only.some((words) => `${planned.rule} ${nameOf(planned)}`.includes(words))

const chosen = sabotages.filter(isChosen)
const toDo = chosen.filter(isBuilt)

const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** Stops at the first layer that catches it, unless every one is asked for. */
const carryOut = async (copy: Copy, was: Before, { edits, caughtBy, ...named }: Sabotage): Promise<Outcome> => {
  const undo = copy.edit(edits)
  const [layers, missed]: [string[], string[]] = [[], []]
  let how: string | undefined
  try {
    for (const check of caughtBy) {
      const found = await caught(copy.folder, check, was)
      if ("why" in found) missed.push(found.why)
      else {
        layers.push(check.layer)
        how ??= found.how
        if (!values.all) break
      }
    }
  } finally {
    undo()
  }
  return { ...named, outcome: how === undefined ? "not caught" : "caught", layers, missed, ...(how && { how }) }
}

const main = async (): Promise<number> => {
  const began = Date.now()
  const faults = [...decayed(toDo), ...(only.length > 0 ? [] : unplanned(sabotages))]
  for (const fault of faults) say(fault)
  if (faults.length > 0) return 1
  if (phrases() === undefined) say("rules.md is not here, so it was not asked whether its every sabotage is planned.")
  const copy = copyOfTree()
  process.on("exit", copy.remove)
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => process.exit(1))
  const here = toDo.filter(({ edits }) => edits.every((edit) => rotten(copy.folder, edit) === undefined))
  const files = [...here, control].flatMap(({ caughtBy }) =>
    caughtBy.flatMap((check) => ("file" in check ? [check.file] : [])),
  )
  const was = await before(copy.folder, [...new Set(files)])
  const failing = [...was.told].filter(([, passed]) => !passed).map(([name]) => name)
  for (const each of [...was.complaints, ...failing]) say(`Before anything was broken: ${each.split("\n")[0]}`)
  const idle = await carryOut(copy, was, control)
  const outcomes: Outcome[] = []
  for (const each of chosen) {
    if (!isBuilt(each)) outcomes.push({ ...each, outcome: "not built yet", layers: [], missed: [] })
    else if (!here.includes(each)) outcomes.push({ ...each, outcome: "not here", layers: [], missed: [] })
    else outcomes.push(await carryOut(copy, was, each))
    process.stderr.write(`${outcomes.length}/${chosen.length} ${outcomes.at(-1)?.outcome}: ${nameOf(each)}\n`)
  }
  const seconds = Math.round((Date.now() - began) / 1000)
  say(table(outcomes))
  if (only.length === 0) keep(outcomes, seconds)
  const escaped = outcomes.filter(
    ({ outcome, missed }) => outcome === "not caught" || (values.all && missed.length > 0),
  )
  const count = (outcome: Outcome["outcome"]) => outcomes.filter((each) => each.outcome === outcome).length
  if (idle.outcome !== "not caught")
    say(`What breaks nothing was “caught”, so nothing here can be trusted: ${idle.how}`)
  say(
    `\n${count("caught")} caught, ${count("not caught")} not caught, ${count("not built yet")} not built yet` +
      `${count("not here") > 0 ? `, ${count("not here")} without what they sabotage` : ""}; ${seconds} s`,
  )
  return escaped.length > 0 || idle.outcome !== "not caught" ? 1 : 0
}

process.exitCode = await main()
