/** Shows what staff wrote to the sender of a complaint; without a letter it says the same for every reference, known or not. */
import { For, Show } from "solid-js"
import type { Mode } from "../../policy/data/mode.ts"
import { inWords } from "../../policy/in-words.ts"
import { parameters } from "../../policy/parameters.ts"
import { sitePage } from "./site-page.tsx"

interface ComplaintLetters {
  readonly mode: Mode
  readonly letters: readonly {
    /** The civil day on which it was written. */
    readonly on: string
    readonly words: string
  }[]
}

const nothingYet = () => (
  <p class="line">
    There is no answer to this reference yet. We say that we have what you wrote within{" "}
    {inWords(parameters.complaintAcknowledged)}. Is it longer ago? Then please look at the reference again, or reach us
    in one of the other ways.
  </p>
)

export const complaintLettersPage = ({ mode, letters }: ComplaintLetters): string =>
  sitePage({
    title: "What we wrote to you",
    mode,
    look: "plain complaint",
    content: () => (
      <>
        <div class="bubble">
          <h1>What we wrote to you</h1>
        </div>
        <Show when={letters.length > 0} fallback={nothingYet()}>
          <For each={letters}>
            {({ on, words }) => (
              <>
                <h2>On {on}</h2>
                <For each={words.split("\n").filter((line) => line.trim() !== "")}>
                  {(line) => <p class="line">{line}</p>}
                </For>
              </>
            )}
          </For>
        </Show>
        <p class="line">
          <a href="/privacy">Other ways to reach us, and to complain</a>
        </p>
        <p class="line">
          <a class="button" href="/complaint">
            Go back
          </a>
        </p>
      </>
    ),
  })
