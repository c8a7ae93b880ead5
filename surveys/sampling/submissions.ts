/** Generates valid submissions without end from the form definitions; the same seed gives the same submissions. */
import type { WireAnswers } from "../../policy/data/answer.ts"
import { skippedBy } from "../../policy/data/asked-when.ts"
import type { Form } from "../../policy/data/form.ts"
import type { FormId } from "../../policy/data/form-id.ts"
import { answer, type Places } from "./answer.ts"
import { type Random, random } from "./random.ts"
import { responseStyle } from "./response-style.ts"

export interface Submission {
  readonly form: FormId
  readonly token: string
  readonly answers: WireAnswers
}

const answers = (chance: Random, form: Form, places: Places): WireAnswers => {
  const questions = form.pages.flatMap((page) => page.questions)
  const style = responseStyle(chance)
  const given: Record<string, WireAnswers[string]> = {}
  for (const question of questions.slice(0, Math.ceil(questions.length * style.stopsAfter))) {
    if (skippedBy(questions, given)(question)) continue
    const one = answer(chance, question, style, places)
    if (one !== undefined) given[question.key] = one
  }
  return given
}

export function* submissions(forms: readonly Form[], places: Places, seed: number): Generator<Submission> {
  // Two forms with the same tokens would make one child's submission a retry of another's.
  const chance = random(seed, forms.map(({ id }) => id).join())
  for (;;) {
    const form = chance.pick(forms)
    yield { form: form.id, token: token(chance), answers: answers(chance, form, places) }
  }
}

const digits = (random: Random, count: number): string =>
  Array.from({ length: count }, () => random.below(16).toString(16)).join("")

export const token = (random: Random): string =>
  [
    digits(random, 8),
    digits(random, 4),
    `4${digits(random, 3)}`,
    `${random.pick(["8", "9", "a", "b"])}${digits(random, 3)}`,
    digits(random, 12),
  ].join("-")
