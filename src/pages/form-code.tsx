/** Links to the forms that stay the same, with their QR codes: neither says who opens it. */
import { For } from "solid-js"
import { renderSVG } from "uqr"
import type { Form } from "../../policy/data/form.ts"
import { bandOf } from "../components/band.ts"
import { formName } from "./band-notices.tsx"

interface Place {
  /** Where the site is reached. */
  readonly origin: string
  readonly under: "survey" | "class"
}

const FormCode = (props: Place & { readonly form: Form }) => {
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

export const FormCodes = (props: Place & { readonly forms: readonly Form[] }) => (
  <>
    <h2>A link and a code for each form</h2>
    <p class="line">These addresses stay the same. Print this page, or put a code on a screen.</p>
    <ul class="codes">
      <For each={props.forms}>{(form) => <FormCode form={form} origin={props.origin} under={props.under} />}</For>
    </ul>
  </>
)
