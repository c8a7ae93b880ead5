/** Defines the kinds of value that several commands take; a wrong one is refused with the sentence that it needs. */
import { Effect, Schema } from "effect"
import { Argument, Flag } from "effect/cli"
import { PersonId } from "../../policy/capability/member.ts"
import { Day } from "../../policy/civil-day.ts"

const personId = Schema.decodeUnknownOption(PersonId)
const day = Schema.decodeUnknownOption(Day)

const aPerson = () => "the id of a person, sixteen characters, as `ask team` lists it"
const aDay = () => "a day, such as 2027-04-19"
const aWholeNumber = () => "a whole number, such as 100"

export const personFlag = (name: string, description: string) =>
  Flag.String(name).pipe(Flag.withMetavar("ID"), Flag.withDescription(description), Flag.filterMap(personId, aPerson))

export const personArgument = (description: string) =>
  Argument.String("ID").pipe(Argument.withDescription(description), Argument.filterMap(personId, aPerson))

export const dayFlag = (name: string, description: string) =>
  Flag.String(name).pipe(Flag.withMetavar("DAY"), Flag.withDescription(description), Flag.filterMap(day, aDay))

export const wholeNumberFlag = (name: string, description: string) =>
  Flag.String(name).pipe(
    Flag.withMetavar("N"),
    Flag.withDescription(description),
    Flag.filter((text) => /^\d{1,15}$/.test(text), aWholeNumber),
    Flag.map(Number),
  )

export const textFlag = (name: string, metavar: string, description: string) =>
  Flag.String(name).pipe(Flag.withMetavar(metavar), Flag.withDescription(description))

/** On when it is given, and without a `--no-` form. */
export const switchFlag = (name: string, description: string) =>
  Flag.Boolean(name).pipe(Flag.withDescription(description), Flag.withoutNegation, Flag.withDefault(false))

/** Makes the files of this command readable by their owner alone. */
export const ownerOnly: Effect.Effect<void> = Effect.sync(() => {
  process.umask(0o077)
})
