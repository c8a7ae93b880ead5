/** A form to print. */
import type { APIEvent } from "@solidjs/start/server"
import { formIds } from "../../../policy/data/form-id.ts"
import { formOf } from "../../../surveys/forms.ts"
import { htmlResponse } from "../../pages/document.tsx"
import { notFoundPage } from "../../pages/not-found.tsx"
import { paperForm } from "../../paper/paper-form.ts"
import { stillPage } from "../../server/compressed.ts"

const pages = new Map(formIds.map((form) => [form, stillPage(paperForm(formOf(form)))]))

export const GET = ({ request, params }: APIEvent): Response => {
  const form = formIds.find((each) => each === params["form"])
  const page = form && pages.get(form)
  return page ? page(request, { cache: "forward" }) : htmlResponse(notFoundPage(), { cache: "forward", status: 404 })
}
