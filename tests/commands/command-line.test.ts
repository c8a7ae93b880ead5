/** Every command explains itself without opening a store, and refuses a wrong command line before it does anything. */

import { spawnSync } from "node:child_process"
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { Effect } from "effect"
import type { Command } from "effect/cli"
import { describe, expect, test } from "vitest"
import { ask as tree } from "../../src/commands/cli.ts"
import { runAsk } from "../../src/commands/run-ask.ts"
import { heard } from "../support/command-output.ts"
import { askProgram } from "../support/programs.ts"
import { newFolder } from "../support/store.ts"

const pathsOf = (command: Command.Command.Any, path: readonly string[] = []): readonly (readonly string[])[] =>
  command.subcommands
    .flatMap(({ commands }) => [...commands])
    .flatMap((each) => [[...path, each.name], ...pathsOf(each, [...path, each.name])])

const paths = pathsOf(tree)
const commands = paths.map((path) => path.join(" "))

/** No command gets this far: its settings would be read first. */
const settingsAreRead = Effect.die(new Error("the settings were read"))
const line = (...args: readonly string[]) => heard(() => Effect.runPromise(runAsk(args, settingsAreRead)))

const words = (text: string): number => text.split(/\s+/).filter((word) => /\w/.test(word)).length

/** The first words of the commands in the first column of the table. */
const inOperate = (): readonly string[] => {
  const text = readFileSync(join(import.meta.dirname, "..", "..", "docs", "operate.md"), "utf8")
  const section = text.split("\n## ").find((each) => each.startsWith("Every command")) ?? ""
  const cells = section.matchAll(/^\| (`[^|]+`) \|/gm)
  return [...cells].flatMap(([, cell = ""]) => [...cell.matchAll(/`([a-z-]+)[^`]*`/g)].map(([, word = ""]) => word))
}

test("the commands are those that docs/operate.md lists, and help", () => {
  const first = new Set(commands.map((each) => each.split(" ")[0] ?? ""))
  expect([...first].toSorted()).toEqual([...new Set([...inOperate(), "help"])].toSorted())
  expect(commands.length).toBeGreaterThan(60)
})

describe.each(commands)("ask %s", (command) => {
  const path = command.split(" ")

  test("explains itself with --help and with help, and reads no setting", async () => {
    const help = await line(...path, "--help")
    expect(help).toMatchObject({ code: 0, error: [] })
    expect(help.out.join("\n")).toContain(`ask ${command}`)
    expect(help.out.join("\n")).toMatch(/^DESCRIPTION\n {2}\w.{10,}/)
    if (command !== "help") expect((await line("help", ...path)).out).toEqual(help.out)
  })

  test("refuses a flag that does not exist before it reads a setting", async () => {
    const { code, out, error } = await line(...path, "--no-such-flag")
    expect({ code, out }).toEqual({ code: 2, out: [] })
    expect(error).toEqual([`There is no flag --no-such-flag here. Nothing was done. See: ask ${command} --help`])
  })
})

const takeAnyNumberOfWords = ["help", "scan", "geography import", "weights import"]
const haveOnlySubcommands = ["disclosure", "dpia"]
const takeFewWords = commands.filter((each) => ![...takeAnyNumberOfWords, ...haveOnlySubcommands].includes(each))

test.each(takeFewWords)("ask %s refuses a further word before it reads a setting", async (command) => {
  for (const stray of [
    ["x", "y", "z", "v"],
    ["--", "x", "y", "z", "v"],
  ]) {
    const { code, out, error } = await line(...command.split(" "), ...stray)
    expect({ code, out, lines: error.length }).toEqual({ code: 2, out: [], lines: 1 })
    expect(error[0]).toContain(`Nothing was done. See: ask ${command} --help`)
  }
})

test("without a command, help is printed as an error", async () => {
  const { code, out, error } = await line()
  expect({ code, out }).toEqual({ code: 2, out: [] })
  expect(error.join("\n")).toContain("USAGE\n  ask <subcommand>")
  expect((await line("dpia")).code).toBe(2)
  expect(await line("--help")).toMatchObject({ code: 0, error: [] })
})

test.each<readonly [string, readonly string[], string]>([
  ["a command that does not exist", ["opne"], "There is no such command. Did you mean open?"],
  ["a subcommand that does not exist", ["dpia", "verfy"], "There is no such command. Did you mean verify?"],
  ["a flag without its value", ["backup", "--to"], "--to takes"],
  ["a flag that is missing", ["restore"], "The flag --from is missing."],
  ["a flag that is given twice", ["backup", "--to", "a", "--to", "b"], "--to takes at most 1 value."],
  ["a person who cannot be one", ["release", "show", "0123456789", "--by", "Ama"], "--by takes the id of a person"],
  ["a day that does not exist", ["transfer", "--give-up", "2026-02-30"], "--give-up takes a day, such as 2027-04-19."],
  ["a word instead of a number", ["sample", "--count", "many"], "--count takes a whole number, such as 100."],
  ["a negative form of a switch", ["transfer", "--no-today"], "There is no flag --no-today here."],
  ["a choice that does not exist", ["release", "narrow", "lsoa", "--by", "0123456789abcdef"], "GEOGRAPHY takes"],
])("%s is refused in one sentence of at most 25 words", async (_, args, sentence) => {
  const { code, out, error } = await line(...args)
  expect({ code, out, lines: error.length }).toEqual({ code: 2, out: [], lines: 1 })
  expect(error[0]).toContain(sentence)
  expect(words(error[0] ?? "")).toBeLessThanOrEqual(25)
})

test.each(["bash", "zsh", "fish", "powershell"])("completions for %s name every command", async (shell) => {
  const { code, out } = await line("--completions", shell)
  expect(code).toBe(0)
  for (const name of paths.flat()) expect(out.join("\n")).toContain(name)
})

test("a defect is reported by its class and stack alone, since its message may hold an answer", async () => {
  const { code, out, error } = await line("status")
  expect({ code, out }).toEqual({ code: 1, out: [] })
  expect(error.join("\n")).toMatch(/^The command stopped on an Error, a defect of the program\. .*\n\s+at /)
  expect(error.join("\n")).not.toContain("the settings were read")
})

test("npm's way to a command leads to its help, and makes no store", () => {
  const dataDir = join(newFolder(), "none")
  const { status, stdout, stderr } = spawnSync(process.execPath, [...askProgram(), "--", "open", "--help"], {
    encoding: "utf8",
    env: { PATH: process.env["PATH"], DATA_DIR: dataDir },
  })
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" })
  expect(stdout).toContain("ask open [flags]")
  expect(existsSync(dataDir)).toBe(false)
})
