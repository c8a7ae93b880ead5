/** The way in: a card for each form, one tap from its privacy information. */
import { For, Show } from "solid-js"
import type { Form } from "../../policy/data/form.ts"
import type { Mode } from "../../policy/data/mode.ts"
import { bandOf } from "../components/band.ts"
import { Listen, type Recorded } from "../components/listen.tsx"
import { OnePerson, People } from "../components/people.tsx"
import { BandNotices } from "./band-notices.tsx"
import { ifAChildTellsYou } from "./packs/if-a-child-tells-you.ts"
import { letter } from "./packs/letter.ts"
import { sitePage } from "./site-page.tsx"
import { landingWords } from "./site-words.ts"

interface LandingPage {
  readonly forms: readonly Form[]
  readonly mode: Mode
  readonly recorded?: Recorded
}

const Way = (props: { readonly form: Form }) => {
  const { hue, ages, easy } = bandOf[props.form.id]
  return (
    <li class={easy ? `${hue} plainer` : hue}>
      <a class="way" href={`/survey/${props.form.id}`}>
        <Show when={!easy}>
          <OnePerson hue={hue} />
        </Show>
        <span class="ages">
          <small>{easy ? "Easy read, ages" : "Ages"}</small> {ages}
        </span>
        <Show when={props.form.id === "4-5"}>
          <span class="with">with a grown-up</span>
        </Show>
      </a>
    </li>
  )
}

/** What a parent or a teacher looks for first. */
const GrownUps = () => (
  <ul class="packs">
    <li>
      <a href={`/schools/${letter.slug}`}>For parents and carers</a>
    </li>
    <li>
      <a href="/schools">For schools and other settings</a>
    </li>
    <li>
      <a href={`/schools/${ifAChildTellsYou.slug}`}>{ifAChildTellsYou.title}</a>
    </li>
  </ul>
)

export const landingPage = ({ forms, mode, recorded = () => false }: LandingPage): string => {
  const standard = forms.filter((form) => !bandOf[form.id].easy)
  const easy = forms.filter((form) => bandOf[form.id].easy)
  return sitePage({
    title: "Tell us what you think",
    mode,
    look: "plain landing",
    content: () => (
      <>
        <div class="hero">
          <div class="bubble">
            <h1>{landingWords[0]}</h1>
            <p>{landingWords[1]}</p>
          </div>
          <People />
        </div>
        <Listen recorded={recorded} lines={landingWords} />
        <h2>{landingWords[2]}</h2>
        <ul class="ways">
          <For each={standard}>{(form) => <Way form={form} />}</For>
        </ul>
        <Show when={easy.length > 0}>
          <h2>Easy read, with a picture for each line</h2>
          <ul class="ways">
            <For each={easy}>{(form) => <Way form={form} />}</For>
          </ul>
        </Show>
        <h2>Before you start</h2>
        <p class="line">{landingWords[3]}</p>
        <p class="line">{landingWords[4]}</p>
        <BandNotices forms={forms} />
        <h2>For grown-ups</h2>
        <GrownUps />
      </>
    ),
  })
}
