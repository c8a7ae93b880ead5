/** A school or council is found by searching our own list and chosen from it; "not in this list" is a choice, never text. */
import { For, Show } from "solid-js"
import type { WireAnswer } from "../../policy/data/answer.ts"
import { notInThisList } from "../../policy/data/register.ts"
import type { DisplayQuestion } from "../../surveys/display-form.ts"
import { Card } from "./card.tsx"
import { decliningOf } from "./declining.ts"
import type { Found } from "./view.ts"
import { words } from "./words.ts"

interface RegisterProps {
  readonly question: DisplayQuestion
  readonly answer: WireAnswer | undefined
  readonly found: readonly Found[] | undefined
  readonly sought: string | undefined
}

/** What to offer: what was found, and what was chosen before even if this search did not find it. */
const offered = ({ question, answer, found = [] }: RegisterProps): readonly Found[] => {
  const declined = [notInThisList, ...decliningOf(question).map((each) => each.value)]
  const unseen = typeof answer === "string" && !declined.includes(answer) && found.every(({ code }) => code !== answer)
  return unseen ? [{ code: answer, words: words.chosenBefore }, ...found] : found
}

export const Register = (props: RegisterProps) => {
  const { question } = props
  const name = `q.${question.key}`
  const cards = offered(props)
  return (
    <>
      <div class="search">
        <label for={`search-${question.key}`}>
          {question.kind === "school" ? words.searchSchool : words.searchCouncil}
        </label>
        <input
          type="text"
          inputmode="search"
          dir="auto"
          id={`search-${question.key}`}
          name={`search.${question.key}`}
          value={props.sought ?? ""}
          maxlength="60"
          autocomplete="off"
          spellcheck={false}
        />
        <button type="submit" name="go" value="search" class="quiet">
          {words.search}
        </button>
      </div>
      <Show when={cards.some(({ code }) => code !== props.answer)}>
        <p class="found" tabindex="-1">
          {words.found}
        </p>
      </Show>
      <div class="options">
        <For each={cards}>
          {(each) => (
            <Card type="radio" name={name} value={each.code} words={each.words} chosen={props.answer === each.code} />
          )}
        </For>
        <Card
          type="radio"
          name={name}
          value={notInThisList}
          words={question.notInList ?? ""}
          chosen={props.answer === notInThisList}
        />
        <For each={decliningOf(question)}>
          {(each) => <Card type="radio" name={name} {...each} chosen={props.answer === each.value} part="alone" />}
        </For>
      </div>
    </>
  )
}
