/** A survey has ended: the child stopped, and nothing was sent. */
import type { APIEvent } from "@solidjs/start/server"
import { formIds } from "../../../policy/data/form-id.ts"
import { htmlResponse } from "../../document.tsx"
import { notFoundPage } from "../../pages/not-found.tsx"
import { stoppedPage } from "../../pages/stopped.tsx"
import { deployment } from "../../server/deployment.ts"

export const GET = ({ params }: APIEvent): Response => {
  const form = formIds.find((each) => each === params["form"])
  return form
    ? htmlResponse(stoppedPage(form, deployment.mode), { cache: "gone" })
    : htmlResponse(notFoundPage(), { cache: "forward", status: 404 })
}
