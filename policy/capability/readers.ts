/** Counts the people who may read answers today: more than the team that the DPIA describes raises an alert. */
import type { Day } from "../civil-day.ts"
import { parameters } from "../parameters.ts"
import type { Member } from "./member.ts"
import { standing } from "./standing.ts"

/** The members whose power to read holds today. */
export const readersOn = (members: readonly Member[], today: Day): readonly Member[] =>
  members.filter((member) => standing("read-responses", member, "always", today)._tag === "Success")

export const tooManyReaders = (members: readonly Member[], today: Day): boolean =>
  readersOn(members, today).length > parameters.evidenceTeam.value
