/** Decides whether a person may use a power today: role, project, training and clearance must all hold; names the first that fails. */
import { Result, Schema } from "effect"
import { type Day, daysAfter, earliest, isDay, yearsAfter } from "../civil-day.ts"
import { type ClearanceLevel, clearanceLevels } from "../data/role.ts"
import { parameters } from "../parameters.ts"
import type { Window } from "../window.ts"
import type { Member } from "./member.ts"
import { isNearAnswers, mayHold, type Power, powers, powersOf } from "./power.ts"

const remedies = {
  "not-on-the-list": "add the person to the named list of the project",
  "not-for-this-role": "ask a person whose role has this power",
  "not-yet-on-the-project": "wait for the first day on the project",
  "no-longer-on-the-project": "record a new last day on the project",
  "collection-closed": "leave it undone: the processor's part ended when the collection closed",
  "training-out-of-date": "take the training again and record the day",
  "clearance-too-low": "obtain the clearance that the work needs",
  "clearance-expired": "renew the clearance and record its last day",
} as const

export type NotGrantedBecause = keyof typeof remedies
export const notGrantedReasons = Object.keys(remedies) as readonly NotGrantedBecause[]

/** Names the power and the reason, and not the person. */
export class NotGranted extends Schema.TaggedError<NotGranted>()("NotGranted", {
  rule: Schema.Literal("evidence-team-only"),
  power: Schema.Literals(powers),
  because: Schema.Literals(notGrantedReasons),
}) {
  override get message() {
    return `${this.power} is not granted (${this.because}), and nothing was done: ${remedies[this.because]}.`
  }
}

/** `lastDay` is the last day on which it holds if nothing is renewed. */
export interface Standing {
  readonly member: Member
  readonly lastDay: Day
}

const rank = (level: ClearanceLevel): number => clearanceLevels.indexOf(level)

const trainedUntil = ({ trainedOn }: Member): Day =>
  daysAfter(yearsAfter(trainedOn, parameters.trainingValidity.value), -1)

/** The last day of the person's part. A window with an unreadable end counts as ended. */
const lastDayOf = ({ role, from, until }: Member, window: Window | "always"): Day => {
  if (role !== "processor" || window === "always") return until
  return isDay(window.closes) ? earliest(until, window.closes) : daysAfter(from, -1)
}

export const standing = (
  power: Power,
  member: Member | undefined,
  window: Window | "always",
  today: Day,
): Result.Result<Standing, NotGranted> => {
  const refused = (because: NotGrantedBecause) =>
    Result.fail(new NotGranted({ rule: "evidence-team-only", power, because }))
  if (member === undefined) return refused("not-on-the-list")
  const { role, from, until, trainedOn, clearance } = member
  if (!mayHold(role, power)) return refused("not-for-this-role")
  if (today < from) return refused("not-yet-on-the-project")
  if (today > until) return refused("no-longer-on-the-project")
  const ends = lastDayOf(member, window)
  if (today > ends) return refused("collection-closed")
  if (!isNearAnswers(power)) return Result.succeed({ member, lastDay: ends })
  const trained = trainedUntil(member)
  if (today < trainedOn || today > trained) return refused("training-out-of-date")
  if (rank(clearance.level) < rank(parameters.clearanceNeeded.value)) return refused("clearance-too-low")
  if (today > clearance.until) return refused("clearance-expired")
  return Result.succeed({ member, lastDay: earliest(ends, trained, clearance.until) })
}

/** The powers of a person that hold today; none once the person's part has ended. */
export const powersToday = (member: Member, window: Window | "always", today: Day): readonly Power[] =>
  powersOf[member.role].filter((power) => Result.isSuccess(standing(power, member, window, today)))
