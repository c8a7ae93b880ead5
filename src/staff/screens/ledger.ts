/** Draws the record of actions: whether it is unbroken, its length and head next to the last report's, and its latest entries. */

import type { Member } from "../../../policy/capability/member.ts"
import { purposes } from "../../../policy/data/purpose.ts"
import { type RecordKind, recordKinds } from "../../../policy/record/decision-record.ts"
import { digestOf } from "../../../policy/record/digest.ts"
import type { Anchor, LedgerRow } from "../../../policy/record/ledger.ts"
import { html, type Markup } from "../../../policy/report/markup.ts"
import type { SignedIn } from "../visit.ts"
import { answer, framed } from "./frame.ts"
import { kindWords } from "./kind-words.ts"
import { status } from "./marks.ts"
import { calledShort, roleWords } from "./words.ts"

export interface LedgerSeen {
  /** The latest first. */
  readonly rows: readonly LedgerRow[]
  readonly kind: RecordKind | undefined
  readonly members: readonly Member[]
  /** What the last report states. */
  readonly reported: (Anchor & { readonly on: string }) | undefined
  /** Its end where it is unbroken, or a sentence that names the fault. */
  readonly end: Anchor | string
}

const fieldsOf = (body: string): ReadonlyMap<string, unknown> => {
  const read: unknown = JSON.parse(body)
  return new Map(typeof read === "object" && read !== null ? Object.entries(read) : [])
}

const isRole = (role: unknown): role is keyof typeof roleWords => typeof role === "string" && role in roleWords

/** The person who acted, by role where the entry names no more. For a change of access `member` is whose it is. */
const whoIn = (fields: ReadonlyMap<string, unknown>, kind: string, members: readonly Member[]): string => {
  const ofAccess = /^(?:member-|enrolment-|sessions-)/.test(kind)
  const digest = fields.get(ofAccess ? "by" : "member")
  const member = members.find(({ person }) => digestOf(person) === digest)
  if (member !== undefined) return calledShort(member)
  if (typeof digest === "string" && digest.length === 64) return "Somebody who left the list"
  const role = fields.get("by") ?? fields.get("role")
  if (isRole(role) && !ofAccess) return roleWords[role]
  return role === "clock" ? "The clock" : ofAccess ? "An operator" : "The service"
}

const proofs: Readonly<Record<string, Markup>> = {
  operator: status("wait", "Operator, not verified"),
  session: status("ok", "Signed in"),
  fresh: status("ok", "Proved for this act"),
}

/** Only values of closed lists and days: a digest says nothing to a person. */
const details = (fields: ReadonlyMap<string, unknown>): string =>
  ["power", "because", "of", "until", "mode"]
    .map((name) => fields.get(name))
    .filter((value) => typeof value === "string" && value.length < 64)
    .join(", ")

const row =
  (members: readonly Member[]) =>
  ({ seq, at, kind, body, hash }: LedgerRow): Markup => {
    const fields = fieldsOf(body)
    const proof = proofs[String(fields.get("proof"))]
    const words = recordKinds.find((each) => each === kind)
    const purpose = kind === "responses-read" || kind.startsWith("table-") || kind.startsWith("extract-")
    return html`<tr><th scope="row">${seq.toLocaleString("en-GB")}</th><td data-of="When">${at}<br><span class="soft">${at.slice(11, 16)} UTC</span></td><td data-of="Who">${whoIn(fields, kind, members)}${proof !== undefined && html`<br>${proof}`}</td><td data-of="Did what"><strong>${words === undefined ? kind : kindWords(words)}</strong><br><span class="soft">${details(fields)}</span></td><td data-of="Purpose">${purpose ? String(fields.get("purpose") ?? purposes[0]).replace("-", " ") : "Accountability"}</td><td data-of="Code"><span class="code">${hash.slice(0, 8)}</span></td></tr>`
  }

const told = ({ end, reported }: LedgerSeen): Markup =>
  typeof end === "string"
    ? answer(html`${status("stop", "The record is broken.")} ${end}`, "stop")
    : answer(
        html`${status("ok", `All ${end.length.toLocaleString("en-GB")} entries follow one another.`)} ${reported === undefined ? "No report has stated an end yet, so that one which was cut off could not show." : "They go on from the end that the last report states."}`,
        "ok",
      )

const ends = ({ end, reported }: LedgerSeen): Markup | false =>
  typeof end !== "string" &&
  html`<section aria-labelledby="end"><h2 id="end">Compare it with the report</h2><dl class="facts">
<div><dt>Now</dt><dd>${end.length.toLocaleString("en-GB")} entries, ending in <span class="code">${end.head}</span></dd></div>
<div><dt>Last report</dt><dd>${reported === undefined ? "none yet" : html`${reported.length.toLocaleString("en-GB")} entries on ${reported.on}, ending in <span class="code">${reported.head}</span>`}</dd></div></dl></section>`

const filter = ({ kind }: LedgerSeen): Markup =>
  html`<form method="get" action="/staff/ledger" class="filters"><div class="field"><label for="of">Show</label><select id="of" name="of"><option value="">Everything</option>${recordKinds.map(
    (each) =>
      each === kind
        ? html`<option value="${each}" selected>${kindWords(each)}</option>`
        : html`<option value="${each}">${kindWords(each)}</option>`,
  )}</select></div><button class="button">Show</button></form>`

export const ledgerPage = (visit: SignedIn, seen: LedgerSeen): Markup =>
  framed(
    visit,
    "Record of actions",
    html`${told(seen)}${filter(seen)}<section aria-labelledby="entries"><h2 id="entries">The latest entries</h2>
<table class="fold"><caption class="away">Entries, the latest first</caption><thead><tr>${["Entry", "When", "Who", "Did what", "Purpose", "Code"].map((each) => html`<th scope="col">${each}</th>`)}</tr></thead><tbody>${seen.rows.map(row(seen.members))}</tbody></table>
${seen.rows.length === 0 && html`<p>There is no such entry.</p>`}</section>${ends(seen)}`,
  )
