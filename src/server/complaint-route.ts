/** Takes a complaint, sealed before it leaves this process, and shows the holder of a reference what was written back. */
import { createHmac, randomBytes } from "node:crypto"
import { Effect } from "effect"
import { openLetter } from "../../db/complaints/letter.ts"
import { newReference, readReference } from "../../db/complaints/reference.ts"
import { sealComplaint } from "../../db/complaints/seal-complaint.ts"
import { longestContact } from "../../policy/data/complaint.ts"
import { parameters } from "../../policy/parameters.ts"
import type { Fields } from "../../surveys/page-answers.ts"
import { complaintPage, type WrittenComplaint } from "../pages/complaint.tsx"
import { complaintKeptPage } from "../pages/complaint-kept.tsx"
import { complaintLettersPage } from "../pages/complaint-letters.tsx"
import { htmlResponse } from "../pages/document.tsx"
import { Channel } from "./channel.ts"
import { deployment } from "./environment.ts"
import { errorReply, refusedPost } from "./form-post.ts"
import { Admission } from "./senders/admission.ts"
import { Senders } from "./senders/senders.ts"
import { field } from "./survey-step.ts"

const { mode } = deployment

/** A turn is known by its words, which the browser sends again: under a key of this process alone, so that no guess can be tested. */
const turnKey = randomBytes(32)
const turnOf = (body: string): string => createHmac("sha256", turnKey).update(body).digest("base64")

/** One kind of line end, no other control character, and nothing that is no character. */
const plainText = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/[^\P{Cc}\n]/gu, " ")
    .trim()

const again = (written: WrittenComplaint, note: string, status: 400 | 503): Response =>
  htmlResponse(complaintPage({ mode, written, note }), { cache: "redraw", status })

const notes = {
  busy: "Many people are sending. Your words are still here. Please try again in a minute.",
  empty: "Write something first. Nothing was sent.",
  long: `That is too long. Please use ${parameters.longestComplaint.value.toLocaleString("en-GB")} letters at most. You can send another one after it.`,
  contact: `Please use ${longestContact} letters at most to say how we can reach you.`,
  reference: "That is not a whole reference. It has 32 letters and digits. Please look at it again.",
} as const

const noteOn = ({ words, contact }: WrittenComplaint): string | undefined => {
  if (words === "") return notes.empty
  if (words.length > parameters.longestComplaint.value) return notes.long
  return contact.length > longestContact ? notes.contact : undefined
}

const keep = Effect.fnUntraced(function* (written: WrittenComplaint): Effect.fn.Return<Response, never, Channel> {
  const { complaints } = yield* Channel
  const publicKey = complaints.publicKey()
  if (publicKey === undefined) return errorReply(503)
  const reference = newReference()
  const outcome = yield* complaints.keep(reference.hash, sealComplaint(written, reference, publicKey))
  if (outcome !== "stored") return errorReply(503)
  return htmlResponse(complaintKeptPage({ mode, reference: reference.words }), { cache: "redraw" })
})

/** An unknown reference takes the same work and gets the same page as one to which nobody has written yet. */
const read = Effect.fnUntraced(function* (typed: string): Effect.fn.Return<Response, never, Channel> {
  const reference = readReference(typed)
  if (reference === undefined) return again({ words: "", contact: "" }, notes.reference, 400)
  const sealed = yield* (yield* Channel).complaints.lettersTo(reference.hash)
  if (sealed === undefined) return errorReply(503)
  const letters = (["acknowledgement", "reply"] as const).map((kind) =>
    openLetter(kind, sealed[kind], reference.replyKey),
  )
  return htmlResponse(complaintLettersPage({ mode, letters: letters.flatMap((letter) => letter ?? []) }), {
    cache: "redraw",
  })
})

export const complain = Effect.fnUntraced(function* (
  request: Request,
): Effect.fn.Return<Response, never, Admission | Channel | Senders> {
  const refused = refusedPost(request)
  if (refused) return refused
  const body = yield* Effect.promise(() => request.text())
  const fields: Fields = [...new URLSearchParams(body)]
  const reads = field(fields, "go") === "read"
  const written = { words: plainText(field(fields, "words")), contact: plainText(field(fields, "contact")) }
  const note = reads ? undefined : noteOn(written)
  if (note !== undefined) return again(written, note, 400)
  const sender = yield* (yield* Senders).of(request)
  const turn = yield* (yield* Admission).awaitTurn(sender, turnOf(body))
  // The browser posts the same fields again (RFC 9110, 15.4.8).
  if (turn === "again") return new Response(null, { status: 307, headers: { Location: "/complaint" } })
  if (turn === "later") return again(written, notes.busy, 503)
  return yield* reads ? read(field(fields, "reference")) : keep(written)
})
