/** For those who help children take part: a stable link and QR code for each form, and how to help without looking on. */
import { For } from "solid-js"
import type { Form } from "../../policy/data/form.ts"
import { childline } from "../../policy/data/help-lines.ts"
import type { Mode } from "../../policy/data/mode.ts"
import { formName } from "./band-notices.tsx"
import { FormCodes } from "./form-code.tsx"
import { PackList } from "./pack.tsx"
import { sitePage } from "./site-page.tsx"

interface SchoolsPage {
  /** Where the site is reached. */
  readonly origin: string
  readonly forms: readonly Form[]
  readonly mode: Mode
}

const helping = [
  "Please do not watch the screen. A child who thinks that someone sees it gives other answers. Help with reading or typing if asked, then step back.",
  "Taking part is voluntary. Please do not set it as work, and do not ask who has finished.",
  "Every question can be skipped. “I don't want to say” is an answer like any other.",
  "Children may stop at any time. Stopping looks like finishing, so nobody need notice.",
  "One device may serve a whole class, one child after another. Nothing that anyone can read stays on it, and no child is turned away because another answered from the same place.",
  `Know beforehand whom a child can turn to if a question upsets them. ${childline.name} is ${childline.number}.`,
]

const secure = [
  "This is for secure children's homes, young offender institutions, secure training centres and inpatient mental health settings.",
  "A child who says they live there is not asked for a postcode, a school or a council. Please do not ask them to choose another answer.",
  "Give the child the device and privacy. If staff must be in the room, they should not be able to see the screen.",
  "Easy read forms are there for any child who would like one.",
]

export const schoolsPage = ({ origin, forms, mode }: SchoolsPage): string =>
  sitePage({
    title: "For schools and other settings",
    mode,
    look: "plain schools",
    content: () => (
      <>
        <div class="bubble">
          <h1>For schools and other settings</h1>
          <p>How to help children take part in The Big Ask.</p>
        </div>
        <h2>To read and to print</h2>
        <PackList />
        <h2>How to help</h2>
        <ul class="asked">
          <For each={helping}>{(line) => <li>{line}</li>}</For>
        </ul>
        <h2>In secure settings and hospitals</h2>
        <ul class="asked">
          <For each={secure}>{(line) => <li>{line}</li>}</For>
        </ul>
        <h2>For a class that shares devices</h2>
        <p class="line">One child after another on the same device, with or without internet.</p>
        <ul class="packs">
          <li>
            <a href="/class">Start a class</a>
          </li>
        </ul>
        <h2>On paper</h2>
        <ul class="packs">
          <For each={forms}>
            {(form) => (
              <li>
                <a href={`/paper/${form.id}`}>{formName(form)}, to print on A4</a>
              </li>
            )}
          </For>
        </ul>
        <FormCodes forms={forms} origin={origin} under="survey" />
      </>
    ),
  })
