/** Shows the reference of a complaint, once: only who has it can read the answer. */
import type { Mode } from "../../policy/data/mode.ts"
import { inWords } from "../../policy/in-words.ts"
import { parameters } from "../../policy/parameters.ts"
import { sitePage } from "./site-page.tsx"

interface ComplaintKept {
  readonly mode: Mode
  readonly reference: string
}

export const complaintKeptPage = ({ mode, reference }: ComplaintKept): string =>
  sitePage({
    title: "We have what you wrote",
    mode,
    look: "plain complaint",
    content: () => (
      <>
        <div class="bubble">
          <h1>We have what you wrote</h1>
          <p>Thank you for telling us.</p>
        </div>
        <h2>Keep this reference</h2>
        <p class="reference">{reference}</p>
        <p class="line">
          Write it down, or take a photo of it. We show it only now. We cannot give you another one. Anyone who has it
          can read our answer.
        </p>
        <p class="line">
          Come back within {inWords(parameters.complaintAcknowledged)}, and write it on the page where you told us.
          There you can read what we say.
        </p>
        <p class="line">
          <a class="button" href="/complaint">
            Go to that page
          </a>
        </p>
      </>
    ),
  })
