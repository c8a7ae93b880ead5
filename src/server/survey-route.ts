/** Serves the survey over HTTP one page at a time, and sends the answers by the procedure that the script calls too. */
import { randomUUID } from "node:crypto"
import { Clock, Effect } from "effect"
import type { Form } from "../../policy/data/form.ts"
import { formIds } from "../../policy/data/form-id.ts"
import { Registers } from "../../policy/response/registers.ts"
import type { CollectionWindow } from "../../policy/window.ts"
import { formOf } from "../../surveys/forms.ts"
import type { Fields } from "../../surveys/page-answers.ts"
import type { View } from "../components/view.ts"
import { htmlResponse } from "../pages/document.tsx"
import { notFoundPage } from "../pages/not-found.tsx"
import { Channel } from "./channel.ts"
import { compressed } from "./compressed.ts"
import { deployment } from "./environment.ts"
import { errorReply, refusedPost } from "./form-post.ts"
import { hurriedStep } from "./hurried-step.ts"
import { openState, type PageState, sealState, startPlace } from "./page-state.ts"
import { sendInTurn } from "./send-in-turn.ts"
import type { Admission } from "./senders/admission.ts"
import { Senders } from "./senders/senders.ts"
import { shut, shutNow } from "./shut.ts"
import { SpentTokens } from "./spent-tokens.ts"
import { SurveyPages } from "./survey-page-cache.ts"
import {
  field,
  foundView,
  isSending,
  type RegisterSearch,
  type Step,
  type SurveyPage,
  sealedField,
  surveyStep,
} from "./survey-step.ts"

type Services = Admission | Channel | CollectionWindow | Registers | Senders | SpentTokens | SurveyPages

export const formNamed = (name: string): Form | undefined => {
  const id = formIds.find((each) => each === name)
  return id && formOf(id)
}

export const notFound = (): Response => htmlResponse(notFoundPage(), { cache: "forward", status: 404 })

const redirect = (path: string): Response => new Response(null, { status: 303, headers: { Location: path } })

/** The browser posts the same fields again (RFC 9110, 15.4.8). */
const postAgain = (path: string): Response => new Response(null, { status: 307, headers: { Location: path } })

const longestSearch = 80

const search = (searches: readonly RegisterSearch[]) =>
  Effect.map(Registers, (registers) =>
    Object.fromEntries(
      searches.map(({ question, register, words }) => [
        question,
        registers.search(register, words.slice(0, longestSearch)),
      ]),
    ),
  )

/** What the browser's Back may show from its own memory: nothing that an answer is drawn on. */
const isShownAgain = (view: View, redraws: boolean): boolean =>
  view.at === "start" || (view.at === "question" && !redraws)

const page = (form: Form, request: Request, view: View, redraws: boolean) =>
  Effect.map(SurveyPages, (pages) =>
    compressed(request, pages.parts(form, view, redraws), {
      cache: isShownAgain(view, redraws) ? "forward" : "redraw",
    }),
  )

const seal = Effect.fnUntraced(function* (form: Form, state: PageState) {
  return sealState((yield* Channel).pageKeys(), form.id, state, yield* Clock.currentTimeMillis)
})

/** Says when it was served. Before a key has come it says nothing, and its Start leads here again. */
const startPage = Effect.fnUntraced(function* (form: Form, request: Request) {
  const begun = yield* Clock.currentTimeMillis
  const sealed = yield* seal(form, { token: randomUUID(), place: startPlace, answers: {}, begun })
  return yield* page(form, request, { at: "start", sealed: sealed ?? "" }, false)
})

/** Its sealed field opens until the survey is sent or stopped, and a day at most; both endings clear the browser's memory of it. */
const sealedPage = Effect.fnUntraced(function* (form: Form, request: Request, { view, redraws, state }: SurveyPage) {
  const sealed = yield* seal(form, state)
  if (sealed === undefined) return errorReply(503)
  return yield* page(form, request, { ...view, sealed }, redraws)
})

/** Nothing opens for a survey that was sent, except a second press of its Send button. */
const carriedBy = Effect.fnUntraced(function* (form: Form, fields: Fields, now: number) {
  const tokens = yield* SpentTokens
  const state = openState((yield* Channel).pageKeys(), form.id, sealedField(fields), now)
  if (state === undefined || !(yield* tokens.isSpent(state.token))) return state
  return isSending(fields) && (yield* tokens.wasJustSpent(state.token)) ? state : undefined
})

const respond = (form: Form, step: Step, request: Request): Effect.Effect<Response, never, Services> => {
  switch (step.to) {
    case "start":
      return Effect.succeed(redirect(`/survey/${form.id}`))
    case "again":
      return Effect.succeed(postAgain(`/survey/${form.id}`))
    case "stopped":
    case "finished":
      return Effect.succeed(redirect(`/${step.to}/${form.id}`))
    case "shut":
      return Effect.succeed(shut(step.state))
    case "busy":
      return Effect.succeed(errorReply(503))
    case "send":
      return Effect.gen(function* () {
        const display = (yield* SurveyPages).display(form)
        const sender = yield* (yield* Senders).of(request)
        return yield* respond(form, yield* sendInTurn(display, step.state, sender), request)
      })
    case "search":
      return Effect.flatMap(search(step.searches), (found) =>
        respond(form, foundView(step.state, step.stop, found), request),
      )
    case "page":
      return sealedPage(form, request, step)
  }
}

/** Shows the privacy information of the band, whichever address leads here. */
export const begin = Effect.fnUntraced(function* (
  request: Request,
  name: string,
): Effect.fn.Return<Response, never, Services> {
  const form = formNamed(name)
  if (form === undefined) return notFound()
  const state = yield* shutNow
  return state ? shut(state) : yield* startPage(form, request)
})

export const proceed = Effect.fnUntraced(function* (
  request: Request,
  name: string,
): Effect.fn.Return<Response, never, Services> {
  const form = formNamed(name)
  if (form === undefined) return notFound()
  const refused = refusedPost(request)
  if (refused) return refused
  const state = yield* shutNow
  if (state) return shut(state)
  const fields: Fields = [...new URLSearchParams(yield* Effect.promise(() => request.text()))]
  const now = yield* Clock.currentTimeMillis
  const carried = yield* carriedBy(form, fields, now)
  const display = (yield* SurveyPages).display(form)
  if (carried && field(fields, "go") === "clear") yield* (yield* SpentTokens).clear(carried.token)
  const early = deployment.hurried ? undefined : hurriedStep(display, fields, carried, now)
  return yield* respond(form, early ?? surveyStep(display, fields, carried, now), request)
})
