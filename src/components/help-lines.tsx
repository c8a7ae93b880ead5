/** Where a child or a grown-up can turn for help: words and telephone links only, so that asking leaves no trace. */
import { For } from "solid-js"
import type { FormId } from "../../policy/data/form-id.ts"

interface HelpLine {
  readonly name: string
  readonly does: string
  readonly number: string
  readonly href: string
}

const childline: HelpLine = {
  name: "Childline",
  does: "for children. It is free.",
  number: "0800 1111",
  href: "tel:08001111",
}
const shout: HelpLine = { name: "Shout", does: "by text, day or night.", number: "85258", href: "sms:85258" }
const nspcc: HelpLine = {
  name: "NSPCC",
  does: "for grown-ups who worry about a child.",
  number: "0808 800 5000",
  href: "tel:08088005000",
}

const linesOf = (form: FormId | undefined): readonly HelpLine[] => {
  if (form === "4-5") return [childline, nspcc]
  return form === "13-17" || form === undefined ? [childline, shout] : [childline]
}

export const HelpLines = (props: { readonly form?: FormId }) => (
  <aside class="help" aria-label="People who can help">
    <h2>Do you need to talk?</h2>
    <p>You can talk to someone you trust. You can also talk to these people.</p>
    <ul>
      <For each={linesOf(props.form)}>
        {(line) => (
          <li>
            <span>
              <strong>{line.name}</strong>, {line.does}
            </span>
            <a href={line.href} rel="noreferrer">
              {line.number}
            </a>
          </li>
        )}
      </For>
      <li>
        <span>
          <strong>In danger now?</strong> Call
        </span>
        <a href="tel:999" rel="noreferrer">
          999
        </a>
      </li>
    </ul>
  </aside>
)
