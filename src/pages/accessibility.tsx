/** The accessibility statement: the standard of this site, its tests, and the parts that are not yet good enough. */
import { For } from "solid-js"
import type { Mode } from "../../policy/data/mode.ts"
import { forms } from "../../surveys/forms.ts"
import { sitePage } from "./site-page.tsx"

const easyAges = forms.filter(({ derivedFrom }) => derivedFrom !== undefined).flatMap(({ ages }) => ages)

const can = [
  "make the words four times as large without scrolling sideways",
  "answer with a keyboard, one switch, a screen reader or your voice",
  "answer with no script at all, on an old or slow device",
  "have each question read to you: by recordings where we have them, or else by an English voice of your device",
  "use dark colours, strong contrast or no movement, as your device is set",
  `choose an easy read form, with a picture for each sentence, for ages ${Math.min(...easyAges)} to ${Math.max(...easyAges)}`,
  "take as long as you like: nothing is timed, and nothing moves on by itself",
]

const notYet = [
  "It has been tested by machine and by eye. It has not yet been tested with disabled children.",
  "There is no version in British Sign Language, and none in languages other than English.",
  "Where we have no recording, reading aloud needs a device with an English voice of its own. We do not send words elsewhere to be spoken.",
  "The page for schools has QR codes. Each has its address in words beside it.",
]

export const accessibilityPage = ({ mode }: { readonly mode: Mode }): string =>
  sitePage({
    title: "Accessibility: making this easy to use",
    mode,
    content: () => (
      <>
        <div class="bubble">
          <h1>Accessibility: making this easy to use</h1>
          <p>Every child should be able to take part. This is our accessibility statement.</p>
        </div>
        <h2>What you can do here</h2>
        <ul class="asked">
          <For each={can}>{(line) => <li>{line}</li>}</For>
        </ul>
        <h2>What we hold it to</h2>
        <p class="line">
          The Web Content Accessibility Guidelines, version 2.2, level AA, and beyond: text has a contrast of at least 7
          to 1, and what you press is at least 48 pixels high, or 64 for the youngest and in easy read.
        </p>
        <p class="line">
          Every kind of page is checked by axe-core in a real browser each time the site changes: light and dark, in
          forced colours, on a narrow screen and four times enlarged.
        </p>
        <h2>What is not good enough yet</h2>
        <p class="line">
          Until disabled children have tested it, we call this site partially compliant with the Public Sector Bodies
          Accessibility Regulations 2018.
        </p>
        <ul class="asked">
          <For each={notYet}>{(line) => <li>{line}</li>}</For>
        </ul>
        <h2>If something does not work for you</h2>
        <p class="line">
          Tell the Children's Commissioner's office, or ask a grown-up to tell them. If you are not happy with the
          answer, the Equality Advisory and Support Service can help. The Equality and Human Rights Commission enforces
          the regulations.
        </p>
      </>
    ),
  })
