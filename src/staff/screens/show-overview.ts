/** Shows what needs this person today, and how many children have answered, by form, in tens and a day late. */
import { Effect } from "effect"
import { Evidence } from "../../../db/evidence/evidence.ts"
import { tooManyReaders } from "../../../policy/capability/readers.ts"
import { daysAfter } from "../../../policy/civil-day.ts"
import { noticeSentences, retentionNotices } from "../../../policy/custody/retention-notice.ts"
import { parameters } from "../../../policy/parameters.ts"
import { liveCounts } from "../../../policy/report/live-counts.ts"
import { page } from "../reply.ts"
import type { SignedIn } from "../visit.ts"
import { overviewPage, type ToDo } from "./overview.ts"
import { calledShort } from "./words.ts"

const people = "/staff/people"

/** Of the tables that are proposed. Who may neither check nor release learns nothing of them. */
const ofTables = Effect.fnUntraced(function* ({ powers }: SignedIn) {
  const { outputs } = yield* Evidence
  if (!powers.includes("check-output") && !powers.includes("release-table")) return []
  const open = (yield* outputs.standings).filter(({ releasedOn }) => releasedOn === undefined)
  const needed = parameters.outputCheckers.value
  return open.flatMap(({ title, checks, proposedOn }): readonly ToDo[] => {
    const isChecked = checks >= needed
    if (!powers.includes(isChecked ? "release-table" : "check-output")) return []
    const what = isChecked ? "Decide whether to publish" : "Check, unless you are its author"
    return [{ title: `${what}: ${title}`, why: `Proposed on ${proposedOn}; ${checks} of ${needed} checks are made.` }]
  })
})

const ofRetention = Effect.fnUntraced(function* ({ powers, on }: SignedIn) {
  if (!powers.includes("extend-retention")) return []
  const notices = retentionNotices(yield* (yield* Evidence).retentions, on)
  return noticeSentences(notices).map((title): ToDo => ({ title, why: "Two supervisors decide, with reasons." }))
})

const ofPeople = Effect.fnUntraced(function* ({ powers, on, member }: SignedIn) {
  const { members, access } = yield* Evidence
  const all = yield* members
  const seesPeople = powers.includes("administer-access") || powers.includes("read-report")
  const alarm: readonly ToDo[] =
    seesPeople && tooManyReaders(all, on)
      ? [
          {
            title: `More than ${parameters.evidenceTeam.value} people may read answers`,
            why: "The assessment promises a team of about that many. Shorten the list, or decide with the Data Protection Officer.",
            to: people,
          },
        ]
      : []
  if (!powers.includes("administer-access")) return alarm
  const waiting = (yield* access.enrolments.waiting).filter(
    (each) => !each.isReady && each.givenBy !== member.person && each.person !== member.person,
  )
  const links = waiting.flatMap(({ person }): readonly ToDo[] => {
    const whose = all.find((each) => each.person === person)
    return whose === undefined
      ? []
      : [
          {
            title: `Confirm a new key for ${calledShort(whose)}`,
            why: "It replaces a key, so two people decide.",
            to: people,
          },
        ]
  })
  return [...alarm, ...links]
})

const ofYourself = ({ member: { until, clearance, trainedOn }, on }: SignedIn): readonly ToDo[] => {
  const soon = daysAfter(on, 30)
  const ends = [
    { day: until, what: "Your part in the project" },
    { day: clearance.until, what: "Your clearance" },
    { day: daysAfter(trainedOn, 365), what: "Your training" },
  ]
  return ends
    .filter(({ day }) => day >= on && day <= soon)
    .map(({ day, what }) => ({ title: `${what} ends on ${day}`, why: "That day access closes by itself." }))
}

export const showOverview = Effect.fn("Staff.showOverview")(function* (visit: SignedIn) {
  const { arrivals } = yield* Evidence
  const counts = liveCounts(yield* arrivals.counts, visit.on)
  const todo = [
    ...(yield* ofPeople(visit)),
    ...(yield* ofRetention(visit)),
    ...(yield* ofTables(visit)),
    ...ofYourself(visit),
  ]
  return page(overviewPage(visit, { counts, todo }))
})
