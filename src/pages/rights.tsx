/** The rights of a child or parent over their answers: what can be done, and what cannot because nobody can tell whose they are. */
import { For } from "solid-js"

interface Right {
  readonly to: string
  readonly before: string
}

/** Exercised on the page itself; once sent, UK GDPR Art 11 applies. */
const rights: readonly Right[] = [
  { to: "See your answers", before: "go back through the pages." },
  { to: "Correct them", before: "go back and change them." },
  { to: "Have them deleted", before: "press Stop. Nothing is kept." },
  { to: "Limit or object to their use", before: "do not send them." },
]

export const Rights = () => (
  <ul class="asked">
    <For each={rights}>
      {(right) => (
        <li>
          <strong>{right.to}</strong> Before you send them: {right.before} After that it is not possible, because we
          cannot tell which answers are yours (UK GDPR, Article 11).
        </li>
      )}
    </For>
    <li>
      <strong>Complain</strong> At any time, as set out below.
    </li>
  </ul>
)
