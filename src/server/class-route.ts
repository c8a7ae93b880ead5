/** Serves class mode: the start of a form with the key of today, to which finished surveys are sealed on the device. */
import { Effect } from "effect"
import type { CollectionWindow } from "../../policy/window.ts"
import { classClosedPage } from "../pages/closed.tsx"
import { htmlResponse } from "../pages/document.tsx"
import type { Channel } from "./channel.ts"
import { compressed } from "./compressed.ts"
import { errorReply } from "./form-post.ts"
import { waitingKeyNow } from "./open-waiting.ts"
import { shut, shutNow } from "./shut.ts"
import { SurveyPages } from "./survey-page-cache.ts"
import { formNamed, notFound } from "./survey-route.ts"

/** Once the survey has closed, the device keeps nothing: neither what waits, nor the pages. */
export const beginTogether = Effect.fnUntraced(function* (
  request: Request,
  name: string,
): Effect.fn.Return<Response, never, Channel | CollectionWindow | SurveyPages> {
  const form = formNamed(name)
  if (form === undefined) return notFound()
  const state = yield* shutNow
  if (state === "closed") return htmlResponse(classClosedPage(), { cache: "ended" })
  if (state) return shut(state)
  const key = yield* waitingKeyNow
  if (key === undefined) return errorReply(503)
  return compressed(request, (yield* SurveyPages).together(form, key), { cache: "forward" })
})

/** Without script there is no class mode: the survey goes on as everywhere else. */
export const proceedAlone = (name: string): Response =>
  formNamed(name) === undefined
    ? notFound()
    : new Response(null, { status: 303, headers: { Location: `/survey/${name}` } })
