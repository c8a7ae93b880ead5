/** Endless valid submissions, read off the form definitions alone: the same seed gives the same ones in the same order. */
import type { WireAnswers } from "../../policy/data/answer.ts"
import type { Form } from "../../policy/data/form.ts"
import type { FormId } from "../../policy/data/form-id.ts"
import { isWithheld } from "../../policy/data/withheld.ts"
import { answer, type Places } from "./answer.ts"
import { type Random, random } from "./random.ts"
import { temper } from "./temper.ts"
import { token } from "./token.ts"

export interface Submission {
  readonly form: FormId
  readonly token: string
  readonly answers: WireAnswers
}

const answers = (chance: Random, form: Form, places: Places): WireAnswers => {
  const questions = form.pages.flatMap((page) => page.questions)
  const mood = temper(chance)
  const given: Record<string, WireAnswers[string]> = {}
  for (const question of questions.slice(0, Math.ceil(questions.length * mood.stopsAfter))) {
    if (isWithheld(questions, given)(question)) continue
    const one = answer(chance, question, mood, places)
    if (one !== undefined) given[question.key] = one
  }
  return given
}

export function* submissions(forms: readonly Form[], places: Places, seed: number): Generator<Submission> {
  // The same tokens for two forms would make one child's answers a retry of another's.
  const chance = random(seed, forms.map(({ id }) => id).join())
  for (;;) {
    const form = chance.pick(forms)
    yield { form: form.id, token: token(chance), answers: answers(chance, form, places) }
  }
}
