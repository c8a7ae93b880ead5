/** Says why a submission is refused, from a closed list that is safe to show to a child and never repeats what was sent. */
import { Schema } from "effect"
import type { Form } from "../data/form.ts"
import type { Question } from "../data/question.ts"

/** `question` is a key of the form, never a key that was sent. */
export class NotUnderstood extends Schema.TaggedError<NotUnderstood>()("NotUnderstood", {
  question: Schema.optionalKey(Schema.String),
  remedy: Schema.String,
}) {}

const declining = `or send "prefer-not-to-say", or leave the question out`

const remedies: Record<Question["kind"], string> = {
  choice: `choose one of the question's options, ${declining}`,
  choices: `choose different options of the question, no more than it allows, and nothing else with one that is true only alone, ${declining}`,
  grid: `give each row one of the question's options, ${declining}`,
  text: `write fewer words and only letters, numbers and signs, ${declining}`,
  school: `choose a school from the list, "not-in-this-list", ${declining}`,
  council: `choose a council from the list, "not-in-this-list", ${declining}`,
  postcode: `write only a postcode, ${declining}`,
}

export const questionNotUnderstood = (question: Question): NotUnderstood =>
  new NotUnderstood({ question: question.key, remedy: remedies[question.kind] })

/** Names the question at which the decoder stopped. A path that is no question of the form is not repeated. */
export const notUnderstood = (form: Form, path: PropertyKey | undefined): NotUnderstood => {
  const question = form.pages.flatMap((page) => page.questions).find(({ key }) => key === path)
  return question
    ? questionNotUnderstood(question)
    : new NotUnderstood({ remedy: `send answers only to the questions of form ${form.id}` })
}
