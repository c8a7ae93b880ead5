/** A page that says one kind thing and leads back to the start. */
import { For } from "solid-js"
import { HelpAside } from "../components/help-lines.tsx"
import { sitePage } from "./site-page.tsx"

interface PlainWords {
  readonly title: string
  readonly lines: readonly string[]
  readonly help?: boolean
}

export const plainWords = ({ title, lines, help = false }: PlainWords): string =>
  sitePage({
    title,
    content: () => (
      <>
        <div class="bubble">
          <h1>{title}</h1>
        </div>
        <For each={lines}>{(line) => <p class="line">{line}</p>}</For>
        <p class="line">
          <a class="button" href="/">
            Go to the first page
          </a>
        </p>
        {help && <HelpAside />}
      </>
    ),
  })
