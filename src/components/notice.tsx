/** The privacy information of a band, before question 1; in easy read a picture a sentence. */
import { For, Show } from "solid-js"
import type { Fact, PrivacyInformation } from "../../policy/data/form.ts"
import { firstLayer } from "../../surveys/privacy-information/first-layer.ts"
import { headedParts } from "../../surveys/privacy-information/headed-parts.ts"
import { Picture } from "./picture.tsx"

interface NoticeProps {
  readonly notice: PrivacyInformation
  readonly pictured: boolean
  /** Headings one level deeper, where the notice follows another heading. */
  readonly inner?: boolean
}

const Facts = (props: { readonly facts: readonly Fact[]; readonly pictured: boolean }) => (
  <ul class={props.pictured ? "facts pictured" : "facts"}>
    <For each={props.facts}>
      {(fact) => (
        <li>
          <Show when={props.pictured && fact.picture}>{(name) => <Picture name={name()} size={56} />}</Show>
          <span data-say>{fact.words}</span>
        </li>
      )}
    </For>
  </ul>
)

export const Notice = (props: NoticeProps) => (
  <div class="notice">
    <For each={headedParts}>
      {([part, heading]) => (
        <section class="part">
          <Show when={props.inner} fallback={<h3>{heading}</h3>}>
            <h4>{heading}</h4>
          </Show>
          <Facts facts={props.notice[part]} pictured={props.pictured} />
        </section>
      )}
    </For>
  </div>
)

/** Five lines first, and the rest one tap away on the same page, without script too. */
export const LayeredNotice = (props: NoticeProps) => (
  <>
    <div class="notice first">
      <Facts facts={firstLayer(props.notice)} pictured={props.pictured} />
    </div>
    <details class="rest">
      <summary>Read it all</summary>
      <Notice {...props} />
    </details>
  </>
)
