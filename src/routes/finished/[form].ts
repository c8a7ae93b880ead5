/** A survey has ended: its answers are sent. */
import type { APIEvent } from "@solidjs/start/server"
import { formIds } from "../../../policy/data/form-id.ts"
import { htmlResponse } from "../../document.tsx"
import { finishedPage } from "../../pages/finished.tsx"
import { notFoundPage } from "../../pages/not-found.tsx"
import { deployment } from "../../server/deployment.ts"

export const GET = ({ params }: APIEvent): Response => {
  const form = formIds.find((each) => each === params["form"])
  return form
    ? htmlResponse(finishedPage(form, deployment.mode), { cache: "gone" })
    : htmlResponse(notFoundPage(), { cache: "forward", status: 404 })
}
