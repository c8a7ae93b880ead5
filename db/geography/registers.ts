/** The registers of schools and councils, searched in memory on our own server; nothing of a search is kept. */
import { Layer } from "effect"
import { type Registered, type RegisterName, Registers } from "../../policy/register.ts"
import { councils, schools } from "./made-up.ts"
import { searchOf } from "./search.ts"

export const registersOf = (
  registers: Readonly<Record<RegisterName, readonly Registered[]>>,
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

/** The made-up ones. */
export const registersLayer = registersOf({ school: schools, council: councils })
