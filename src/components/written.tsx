/** Renders a text box with its opt-out; a postcode is never shown again once given. */
import { For, Show } from "solid-js"
import type { WireAnswer } from "../../policy/data/answer.ts"
import type { DisplayQuestion } from "../../surveys/display-form.ts"
import { Card } from "./card.tsx"
import { decliningOf } from "./declining.ts"
import { words } from "./words.ts"

const textOf = (answer: WireAnswer | undefined): string =>
  answer instanceof Object && "text" in answer && typeof answer.text === "string" ? answer.text : ""

const isPostcode = (answer: WireAnswer | undefined): boolean => answer instanceof Object && "postcode" in answer

const Declines = (props: { readonly question: DisplayQuestion; readonly answer: WireAnswer | undefined }) => (
  <div class="options">
    <For each={decliningOf(props.question)}>
      {(each) => (
        <Card
          type="checkbox"
          name={`q.${props.question.key}`}
          {...each}
          chosen={props.answer === each.value}
          part="alone"
        />
      )}
    </For>
  </div>
)

export const Words = (props: { readonly question: DisplayQuestion; readonly answer: WireAnswer | undefined }) => (
  <>
    <div class="writing">
      <label for={`text-${props.question.key}`}>{words.writeHere}</label>
      <textarea
        id={`text-${props.question.key}`}
        name={`text.${props.question.key}`}
        rows="4"
        dir="auto"
        aria-describedby={props.question.hint ? `hint-${props.question.key}` : undefined}
      >
        {textOf(props.answer)}
      </textarea>
    </div>
    <Declines {...props} />
  </>
)

interface PostcodeProps {
  readonly question: DisplayQuestion
  readonly answer: WireAnswer | undefined
  /** What was written and is no postcode: a child is asked to look at it. */
  readonly own: string | undefined
}

export const Postcode = (props: PostcodeProps) => (
  <>
    <div class="writing">
      <label for={`text-${props.question.key}`}>{words.writeHere}</label>
      <Show when={!props.own && isPostcode(props.answer)}>
        <p class="hint" id={`again-${props.question.key}`}>
          {words.writeAgain}
        </p>
      </Show>
      <input
        type="text"
        class="short"
        id={`text-${props.question.key}`}
        name={`text.${props.question.key}`}
        value={props.own ?? ""}
        maxlength="10"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        aria-describedby={props.question.hint ? `hint-${props.question.key}` : undefined}
      />
    </div>
    <Declines {...props} />
  </>
)
