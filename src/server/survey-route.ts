/** The survey over HTTP, a page at a time: a page in, a page out, and at the end the procedure that the script calls too. */
import type { Form } from "../../policy/data/form.ts"
import { formIds } from "../../policy/data/form-id.ts"
import type { RegisterName } from "../../policy/register.ts"
import { formOf } from "../../surveys/forms.ts"
import type { Fields } from "../../surveys/page-answers.ts"
import { htmlResponse } from "../document.tsx"
import { errorPage } from "../pages/error.tsx"
import { notFoundPage } from "../pages/not-found.tsx"
import { compressed } from "./compressed.ts"
import { appRouter } from "./router.ts"
import { isSameOrigin } from "./same-origin.ts"
import { send } from "./send.ts"
import { shut, shutNow } from "./shut.ts"
import { askedOf, surveyParts } from "./survey-page-cache.ts"
import { type Step, surveyStep } from "./survey-step.ts"

const formNamed = (name: string): Form | undefined => {
  const id = formIds.find((each) => each === name)
  return id && formOf(id)
}

const notFound = (): Response => htmlResponse(notFoundPage(), { cache: "forward", status: 404 })

const goTo = (path: string): Response => new Response(null, { status: 303, headers: { Location: path } })

const search = async (register: RegisterName, words: string) => {
  const caller = appRouter.createCaller({ stored: () => undefined })
  const { found } = await caller.search({ register, words: words.slice(0, 80) })
  return found
}

const isUrlencoded = (headers: Headers): boolean =>
  /^application\/x-www-form-urlencoded(?:\s*;.*)?$/i.test(headers.get("content-type") ?? "")

const respond = async (form: Form, step: Step, request: Request, now: number): Promise<Response> => {
  switch (step.to) {
    case "start":
      return goTo(`/survey/${form.id}`)
    case "stopped":
    case "finished":
      return goTo(`/${step.to}/${form.id}`)
    case "shut":
      return shut(step.state)
    case "busy":
      return htmlResponse(errorPage(), { cache: "redraw", status: 503 })
    case "send":
      return respond(form, await send(askedOf(form), step.state, now), request, now)
    case "view":
      return compressed(request, surveyParts(form, step.view, step.redraws), {
        cache: step.redraws ? "redraw" : "forward",
      })
  }
}

/** The privacy information of the band, by every way in. */
export const begin = async (request: Request, name: string): Promise<Response> => {
  const form = formNamed(name)
  if (form === undefined) return notFound()
  const state = await shutNow()
  return state ? shut(state) : respond(form, { to: "view", view: { at: "start" }, redraws: false }, request, 0)
}

export const proceed = async (request: Request, name: string): Promise<Response> => {
  const form = formNamed(name)
  if (form === undefined) return notFound()
  if (!isSameOrigin(request.headers)) return htmlResponse(errorPage(), { cache: "redraw", status: 403 })
  if (!isUrlencoded(request.headers)) return htmlResponse(errorPage(), { cache: "redraw", status: 415 })
  const state = await shutNow()
  if (state) return shut(state)
  const now = Date.now()
  const fields: Fields = [...new URLSearchParams(await request.text())]
  return respond(form, await surveyStep(askedOf(form), fields, now, search), request, now)
}
