/** Renders one question: its words in a bubble, then the ways to answer it. */
import { For, Match, Show, Switch } from "solid-js"
import type { WireAnswer } from "../../policy/data/answer.ts"
import type { DisplayQuestion } from "../../surveys/display-form.ts"
import { leadOf } from "../../surveys/lead-of.ts"
import { Grid } from "./grid.tsx"
import { noteFor } from "./note.ts"
import { Options } from "./options.tsx"
import { Picture } from "./picture.tsx"
import { Register } from "./register.tsx"
import type { Found, Note } from "./view.ts"
import { words } from "./words.ts"
import { Postcode, Words } from "./written.tsx"

interface QuestionProps {
  readonly question: DisplayQuestion
  readonly answer: WireAnswer | undefined
  readonly note: Note | undefined
  /** Words next to "other" that the answer does not contain. */
  readonly own: string | undefined
  readonly found: readonly Found[] | undefined
  /** What was typed into its search. */
  readonly sought: string | undefined
  /** Alone on its page, the question is the page's heading. */
  readonly alone: boolean
}

/** Easy read: a picture a sentence, picture left, words right. */
const Ask = (props: { readonly question: DisplayQuestion }) => (
  <Show
    when={props.question.sentences}
    fallback={
      <>
        <Show when={props.question.picture}>{(name) => <Picture name={name()} size={72} />}</Show>
        <Show when={leadOf(props.question)[0]}>
          {(lead) => (
            <small class="lead" data-say>
              {lead()}{" "}
            </small>
          )}
        </Show>
        <span data-say>{leadOf(props.question)[1]}</span>
      </>
    }
  >
    {(sentences) => (
      <For each={sentences()}>
        {(sentence) => (
          <span class={sentence.words.endsWith("?") ? "sentence asks" : "sentence"}>
            <Picture name={sentence.picture} size={72} />
            <span data-say>{sentence.words} </span>
          </span>
        )}
      </For>
    )}
  </Show>
)

const Answering = (props: QuestionProps) => (
  <Switch fallback={<Options question={props.question} answer={props.answer} own={props.own} />}>
    <Match when={props.question.kind === "grid"}>
      <Grid question={props.question} answer={props.answer} />
    </Match>
    <Match when={props.question.kind === "text"}>
      <Words question={props.question} answer={props.answer} />
    </Match>
    <Match when={props.question.kind === "postcode"}>
      <Postcode question={props.question} answer={props.answer} own={props.own} />
    </Match>
    <Match when={props.question.kind === "school" || props.question.kind === "council"}>
      <Register question={props.question} answer={props.answer} found={props.found} sought={props.sought} />
    </Match>
  </Switch>
)

/** The next press of Next goes on, whatever the child has done about it. */
const isSecondLook = (note: Note | undefined, { key }: DisplayQuestion): boolean =>
  (note?.kind === "look-again" || note?.kind === "name-or-place") && note.question === key

export const Question = (props: QuestionProps) => {
  const { question } = props
  const note = noteFor(question, props.note)
  const described = [question.hint && `hint-${question.key}`, note && `note-${question.key}`].filter(Boolean).join(" ")
  return (
    <fieldset class={`question ${question.kind}`} aria-describedby={described || undefined}>
      <legend class="bubble">
        <Show when={question.respondent}>
          {(who) => <span class="who">{who() === "parent" ? words.forParent : words.forChild}</span>}
        </Show>
        <Show
          when={props.alone}
          fallback={
            <h2 class="ask">
              <Ask question={question} />
            </h2>
          }
        >
          <h1 class="ask" tabindex="-1">
            <Ask question={question} />
          </h1>
        </Show>
      </legend>
      <button type="button" class="read">
        {words.readAloud}
      </button>
      <Show when={question.hint}>
        {(hint) => (
          <p class="hint" id={`hint-${question.key}`} data-say>
            {hint()}
          </p>
        )}
      </Show>
      <For each={question.noReply ?? []}>
        {(each) => (
          <p class={each.picture ? "hint sentence" : "hint"}>
            <Show when={each.picture}>{(name) => <Picture name={name()} size={48} />}</Show>
            <span data-say>{each.words}</span>
          </p>
        )}
      </For>
      <Show when={note}>
        {(said) => (
          <p class="note" id={`note-${question.key}`} tabindex="-1">
            {said()}
          </p>
        )}
      </Show>
      <Show when={isSecondLook(props.note, question)}>
        <input type="hidden" name={`looked.${question.key}`} value="yes" />
      </Show>
      <Answering {...props} />
      <Show when={question.mayHurt}>
        <p class="talk" data-say>
          {words.talk}
        </p>
      </Show>
    </fieldset>
  )
}
