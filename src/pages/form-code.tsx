/** A link to a form that stays the same, and its QR code: neither says who opens it. */
import { renderSVG } from "uqr"
import type { Form } from "../../policy/data/form.ts"
import { bandOf } from "../components/band.ts"
import { formName } from "./band-notices.tsx"

interface FormCode {
  readonly form: Form
  /** Where the site is reached. */
  readonly origin: string
  readonly under: "survey" | "class"
}

export const FormCode = (props: FormCode) => {
  const path = `/${props.under}/${props.form.id}`
  const address = `${props.origin}${path}`
  return (
    <li class={`${bandOf[props.form.id].hue} code`}>
      <h3>{formName(props.form)}</h3>
      <div role="img" aria-label={`QR code of ${address}`} innerHTML={renderSVG(address, { ecc: "M", border: 2 })} />
      <a href={path}>{address}</a>
    </li>
  )
}
