/** Answers every request to the staff pages: refuses another site's, finds out who sends it, and gives it to its address. */
import { Cause, Effect, Exit } from "effect"
import { files } from "./assets.ts"
import { deskAt, type OnDesk } from "./desk.ts"
import { passkeysAt } from "./identity/passkeys.ts"
import type { StaffPlace } from "./place.ts"
import { json, page, reply, seeOther } from "./reply.ts"
import { type Refusal, type Route, routes } from "./routes.ts"
import { refusedPage } from "./screens/refused.ts"
import { BadInput, mayAny, NotForYou, signedIn, type Visit } from "./visit.ts"

/** Characters. A passkey's answer has a few thousand. */
const longestBody = 64 * 1024

const statuses: Readonly<Record<string, number>> = {
  SignInFirst: 401,
  AccessEnded: 403,
  NotForYou: 403,
  NotGranted: 403,
  NotProven: 403,
  NotProved: 403,
  BadInput: 400,
}

/** Another site's page, or a request whose sender hides where it comes from. */
const isFromElsewhere = ({ headers, method }: Request, { origin }: StaffPlace): boolean => {
  const site = headers.get("sec-fetch-site")
  return method === "POST" && (headers.get("origin") !== origin || (site !== null && site !== "same-origin"))
}

const elsewhere = new BadInput({
  message: "This came from a page of another site. Nothing was done. Use the pages at the address that you were given.",
})
const nothingHere = new BadInput({ message: "There is nothing at this address. Nothing was done." })
const failed: Refusal = {
  _tag: "Failed",
  message: "Something went wrong on our side. Nothing more was done. Try again.",
}

/** A script gets JSON, and a person a page. */
const refused = ({ request, place }: Pick<Visit, "request" | "place">, refusal: Refusal, status?: number): Response => {
  const code = status ?? statuses[refusal._tag] ?? 503
  const isScript = (request.headers.get("content-type") ?? "").startsWith("application/json")
  if (isScript) return json({ message: refusal.message }, code)
  if (code === 401 && request.method === "GET") return seeOther("/staff/sign-in")
  return page(refusedPage(place.storage.mode, refusal.message), code)
}

const answered = (
  route: Exclude<Route, { readonly for: "all" }>,
  visit: Visit,
): Effect.Effect<Response, Refusal, OnDesk> => {
  if (route.for === "anyone") return route.answer(visit)
  return Effect.gen(function* () {
    const who = yield* signedIn(visit)
    if (route.for !== "signed-in" && !mayAny(who, route.for)) return yield* new NotForYou()
    return yield* route.answer(who)
  })
}

export const staffHandler = (place: StaffPlace) => {
  const desk = deskAt(place)
  const passkeys = passkeysAt(place)

  const answer = async (request: Request): Promise<Response> => {
    const url = new URL(request.url)
    const here = { request, place }
    // Passkeys and the cookie are bound to one address, and 127.0.0.1 is not localhost.
    if (url.host !== new URL(place.origin).host)
      return request.method === "GET" ? seeOther(place.origin + url.pathname) : refused(here, elsewhere, 421)
    const file = request.method === "GET" ? files[url.pathname] : undefined
    if (file !== undefined) return reply(200, file.text, { "Content-Type": file.type, "Cache-Control": "no-cache" })
    if (url.pathname === "/") return seeOther("/staff")
    const route = routes[`${request.method} ${url.pathname}`]
    if (route === undefined) return refused(here, nothingHere, 404)
    if (route.for === "all") return page(route.show(place.storage.mode))
    if (isFromElsewhere(request, place)) return refused(here, elsewhere, 403)
    const body = request.method === "POST" ? await request.text() : ""
    if (body.length > longestBody)
      return refused(here, new BadInput({ message: "That is too much. Nothing was done." }), 413)
    const visit: Visit = { request, url, body, place, passkeys }
    const exit = await desk.run(answered(route, visit))
    if (Exit.isSuccess(exit)) return exit.value
    const refusal = exit.cause.reasons.find(Cause.isFailReason)?.error
    if (refusal !== undefined) return refused(here, refusal)
    place.failed(Cause.squash(exit.cause))
    return refused(here, failed, 500)
  }

  return { answer, close: desk.close }
}
