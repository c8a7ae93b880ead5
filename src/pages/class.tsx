/** How a class shares devices, also without internet, with a link and a QR code for each form. */
import { For } from "solid-js"
import type { Form } from "../../policy/data/form.ts"
import type { Mode } from "../../policy/data/mode.ts"
import { parameters } from "../../policy/parameters.ts"
import { FormCodes } from "./form-code.tsx"
import { sitePage } from "./site-page.tsx"

interface ClassPage {
  /** Where the site is reached. */
  readonly origin: string
  readonly forms: readonly Form[]
  readonly mode: Mode
}

const sharing = [
  "Open the link of the form on each device while it is on the internet. The pictures load by themselves.",
  "Each child taps Start. At the end the child taps Next child, and the next one finds a fresh start.",
  "After ten minutes without a touch the page asks whether anyone is there. A minute later it clears everything.",
  "The link says nothing about your class. Nobody can tell which class or school an answer came from by it.",
] as const

const offline = [
  "When the internet fails, go on. A finished survey is locked on the device at once. Nobody can read it there.",
  "The page says how many surveys wait. They are sent when the device is on the internet and the page is open.",
  `A survey waits ${parameters.waitingKeyLife.value} days at most. After that nobody can open it, and it is not sent.`,
  "Do not clear the browser's data while surveys wait: that would remove them.",
  "Use a normal browser window. A private window forgets what waits as soon as it is closed.",
  "The search for a school needs the internet. Without it, a child can leave that question out.",
] as const

export const classPage = ({ origin, forms, mode }: ClassPage): string =>
  sitePage({
    title: "For a class that shares devices",
    mode,
    look: "plain schools",
    content: () => (
      <>
        <div class="bubble">
          <h1>For a class that shares devices</h1>
          <p>One child after another, with or without internet.</p>
        </div>
        <h2>How to share a device</h2>
        <ul class="asked">
          <For each={sharing}>{(line) => <li>{line}</li>}</For>
        </ul>
        <h2>Without internet</h2>
        <ul class="asked">
          <For each={offline}>{(line) => <li>{line}</li>}</For>
        </ul>
        <FormCodes forms={forms} origin={origin} under="class" />
      </>
    ),
  })
