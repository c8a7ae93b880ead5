/** The made-up registers of schools and councils, searched in memory. */
import { Layer } from "effect"
import { type RegisterName, Registers } from "../../policy/register.ts"
import { councils, schools } from "./made-up.ts"

const registers = { school: schools, council: councils }

/** Rows on a screen. */
const screenful = 8

const plain = (words: string): string => words.toLowerCase().replaceAll(/[^a-z0-9 ]/g, "")

const search = (register: RegisterName, words: string) => {
  const sought = plain(words).split(" ").filter(Boolean)
  return registers[register]
    .filter((each) => sought.length > 0 && sought.every((word) => plain(each.words).includes(word)))
    .slice(0, screenful)
    .map(({ code, words }) => ({ code, words }))
}

const codes = {
  school: new Set(schools.map(({ code }) => code)),
  council: new Set(councils.map(({ code }) => code)),
}

export const registersLayer = Layer.succeed(Registers, {
  isListed: (register, code) => codes[register].has(code),
  search,
})
