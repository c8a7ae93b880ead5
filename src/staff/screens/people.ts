/** Draws the people: who has access until when and why it ends, who waits for a second person, and who may do what. */
import type { Waiting } from "../../../db/access/enrolments.ts"
import type { Member, PersonId } from "../../../policy/capability/member.ts"
import { powersOf } from "../../../policy/capability/power.ts"
import { readersOn, tooManyReaders } from "../../../policy/capability/readers.ts"
import { standing } from "../../../policy/capability/standing.ts"
import { parameters } from "../../../policy/parameters.ts"
import { html, type Markup } from "../../../policy/report/markup.ts"
import type { SignedIn } from "../visit.ts"
import { addForm } from "./add-person.ts"
import { answer, framed, provedForm } from "./frame.ts"
import { status } from "./marks.ts"
import { rolesTable } from "./roles-table.ts"
import { calledShort } from "./words.ts"

export interface PeopleSeen {
  readonly members: readonly Member[]
  /** Those who have a passkey. */
  readonly holders: readonly PersonId[]
  /** Those who are signed in now. */
  readonly open: readonly PersonId[]
  readonly waiting: readonly Waiting[]
}

const becauseWords: Readonly<Record<string, string>> = {
  "not-yet-on-the-project": "Not begun",
  "no-longer-on-the-project": "Ended",
  "collection-closed": "Ended with the survey",
  "training-out-of-date": "Training is out of date",
  "clearance-too-low": "Clearance is too low",
  "clearance-expired": "Clearance has ended",
}

const stateOf = (member: Member, { on }: SignedIn): Markup => {
  const decision = standing(powersOf[member.role][0], member, "always", on)
  return decision._tag === "Success"
    ? status("ok", `Open until ${decision.success.lastDay}`)
    : status("stop", becauseWords[decision.failure.because] ?? "Closed")
}

const hidden = (name: string, value: string): Markup => html`<input type="hidden" name="${name}" value="${value}">`

const actions = (member: Member, { member: me, powers }: SignedIn, { holders, open }: PeopleSeen): Markup | false => {
  const { person } = member
  if (!powers.includes("administer-access") || person === me.person) return false
  const one = (act: string, words: string): Markup =>
    provedForm(
      `administer-access:${act}.${person}`,
      `/staff/people/${act}`,
      html`${hidden("person", person)}<button class="button small">${words}<span class="away"> of ${calledShort(member)}</span></button>`,
    )
  return html`<div class="buttons">${one("link", holders.includes(person) ? "Replace the key" : "Give a link")}${open.includes(person) && one("end", "Sign out everywhere")}${one("remove", "End access")}</div>`
}

const row = (visit: SignedIn, seen: PeopleSeen) => (member: Member) => {
  const key = seen.holders.includes(member.person)
    ? seen.open.includes(member.person)
      ? "Signed in now"
      : "Has a key"
    : "No key yet"
  const given = seen.members.find(({ person }) => person === member.givenBy)
  return html`<tr><th scope="row">${calledShort(member)}</th><td data-of="State">${stateOf(member, visit)}</td><td data-of="On the project">${member.from} to ${member.until}</td><td data-of="Key">${key}</td><td data-of="Given by">${given === undefined ? "An operator" : calledShort(given)}</td><td>${actions(member, visit, seen)}</td></tr>`
}

const table = (visit: SignedIn, seen: PeopleSeen): Markup => html`<section aria-labelledby="list">
<h2 id="list">Who has access, and until when</h2>
<p>Access ends on the earliest of three dates: the last day on the project, the training, the clearance. Nobody has to close it. The purpose is one for all: the Childhood Commission.</p>
<table class="fold"><caption class="away">People on the list</caption><thead><tr>${["Person", "State", "On the project", "Key", "Given by"].map((each) => html`<th scope="col">${each}</th>`)}<th scope="col"><span class="away">Change</span></th></tr></thead>
<tbody>${seen.members.map(row(visit, seen))}</tbody></table></section>`

const links = (visit: SignedIn, { waiting, members }: PeopleSeen): Markup | false => {
  const held = waiting.filter(({ isReady }) => !isReady)
  if (held.length === 0) return false
  const item = ({ digest, person, givenBy }: Waiting): Markup => {
    const whose = members.find((each) => each.person === person)
    const giver = members.find((each) => each.person === givenBy)
    const mayConfirm =
      visit.powers.includes("administer-access") && visit.member.person !== givenBy && visit.member.person !== person
    return html`<li><div><h3>A new key for ${whose === undefined ? "somebody who left" : calledShort(whose)}</h3>
<p>Given by ${giver === undefined ? "an operator" : calledShort(giver)}. Until another person confirms it, its link opens nothing.</p></div>
${mayConfirm && provedForm(`administer-access:confirm.${digest}`, "/staff/people/confirm", html`${hidden("link", digest)}<button class="button">Confirm the new key</button>`)}</li>`
  }
  return html`<section aria-labelledby="wait"><h2 id="wait">Waiting for a second person</h2><ul class="todo">${held.map(item)}</ul></section>`
}

const told = ({ on }: SignedIn, { members }: PeopleSeen): Markup => {
  const most = parameters.evidenceTeam.value
  const readers = readersOn(members, on).length
  return tooManyReaders(members, on)
    ? answer(
        html`${status("stop", `${readers} people may read answers; the promise says about ${most}.`)} Shorten the list, or decide with the Data Protection Officer.`,
        "stop",
      )
    : answer(
        html`<strong>${String(readers)} of about ${String(most)} people may read answers today.</strong> Everybody else approves, advises or looks after access, and reads none.`,
      )
}

export const peoplePage = (visit: SignedIn, seen: PeopleSeen): Markup =>
  framed(
    visit,
    "People and access",
    html`${told(visit, seen)}${links(visit, seen)}${table(visit, seen)}${visit.powers.includes("administer-access") && addForm}${rolesTable}`,
  )
