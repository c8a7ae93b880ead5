/** A form without script for a complaint, and one for the reference that reads the answer; neither asks who is writing. */
import { Show } from "solid-js"
import { longestContact } from "../../policy/data/complaint.ts"
import type { Mode } from "../../policy/data/mode.ts"
import { inWords } from "../../policy/in-words.ts"
import { parameters } from "../../policy/parameters.ts"
import { HelpAside } from "../components/help-lines.tsx"
import { sitePage } from "./site-page.tsx"

export interface WrittenComplaint {
  readonly words: string
  readonly contact: string
}

interface ComplaintPage {
  readonly mode: Mode
  readonly written: WrittenComplaint
  /** What to look at before it is sent again. */
  readonly note?: string
}

export const complaintPage = ({ mode, written, note }: ComplaintPage): string =>
  sitePage({
    title: "Tell us if something is wrong",
    mode,
    look: "plain complaint",
    content: () => (
      <>
        <div class="bubble">
          <h1>Tell us if something is wrong</h1>
          <p>You can complain about The Big Ask. Anyone can: a child, a parent, a carer or someone else.</p>
        </div>
        <Show when={note}>
          {(words) => (
            <p class="line" role="alert">
              <strong>{words()}</strong>
            </p>
          )}
        </Show>
        <p class="line">
          You do not have to say who you are. We do not know which answers are yours, and we will not try to find out.
        </p>
        <form method="post" action="/complaint">
          <label for="words">What went wrong?</label>
          <textarea
            id="words"
            name="words"
            rows="8"
            maxlength={parameters.longestComplaint.value}
            autocomplete="off"
            required
          >
            {written.words}
          </textarea>
          <label for="contact">How can we reach you? You can leave this empty.</label>
          <input
            id="contact"
            name="contact"
            type="text"
            maxlength={longestContact}
            autocomplete="off"
            value={written.contact}
          />
          <p class="line">
            Only the people who look after complaints can read this. They tell you within{" "}
            {inWords(parameters.complaintAcknowledged)} that they have it. We keep it for{" "}
            {inWords(parameters.complaintRetention)}.
          </p>
          <button class="button" type="submit" name="go" value="send">
            Send
          </button>
        </form>
        <h2>Have you told us already?</h2>
        <form method="post" action="/complaint">
          <label for="reference">Write the reference that we gave you.</label>
          <input id="reference" name="reference" type="text" maxlength="80" autocomplete="off" required />
          <button class="button" type="submit" name="go" value="read">
            Read the answer
          </button>
        </form>
        <HelpAside />
      </>
    ),
  })
