/** A survey has ended: its answers are sent. */
import type { APIEvent } from "@solidjs/start/server"
import { formIds } from "../../../policy/data/form-id.ts"
import { htmlResponse } from "../../pages/document.tsx"
import { finishedPage } from "../../pages/finished.tsx"
import { notFoundPage } from "../../pages/not-found.tsx"
import { stillPage } from "../../server/compressed.ts"
import { deployment } from "../../server/environment.ts"
import { isRecorded } from "../../server/services.ts"

const pages = new Map(formIds.map((form) => [form, stillPage(finishedPage(form, deployment.mode, isRecorded))]))

export const GET = ({ request, params }: APIEvent): Response => {
  const form = formIds.find((each) => each === params["form"])
  const page = form && pages.get(form)
  return page ? page(request, { cache: "gone" }) : htmlResponse(notFoundPage(), { cache: "forward", status: 404 })
}
