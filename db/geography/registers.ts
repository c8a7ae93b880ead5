/** Searches the registers of schools and councils in memory on our own server; no search is stored. */
import { Layer } from "effect"
import { type RegisterEntry, type RegisterName, Registers } from "../../policy/response/registers.ts"
import { councils, schools } from "./made-up.ts"
import { searchOf } from "./search.ts"

export const registersOf = (
  registers: Readonly<Record<RegisterName, readonly RegisterEntry[]>>,
): Layer.Layer<Registers> => {
  const codes = {
    school: new Set(registers.school.map(({ code }) => code)),
    council: new Set(registers.council.map(({ code }) => code)),
  }
  const search = { school: searchOf(registers.school), council: searchOf(registers.council) }
  return Layer.succeed(Registers, {
    isListed: (register, code) => codes[register].has(code),
    search: (register, words) => search[register](words),
  })
}

/** The made-up registers. */
export const registersLayer = registersOf({ school: schools, council: councils })
