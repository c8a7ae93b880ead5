/** Lists what children made of a wording when they thought aloud over it (cognitive interviews); none has been held yet. */
import type { FormId } from "../../policy/data/form-id.ts"

/** A note names no child. It holds for its version alone: other words need another test. */
export interface CognitiveTest {
  readonly form: FormId
  /** The key of the question. */
  readonly question: string
  readonly version: number
  /** YYYY-MM-DD. */
  readonly day: string
  readonly children: number
  readonly note: string
}

export const cognitiveTests: readonly CognitiveTest[] = Object.freeze([])

export const cognitiveTestsOf = (
  form: FormId,
  question: string,
  tests: readonly CognitiveTest[] = cognitiveTests,
): readonly CognitiveTest[] => tests.filter((test) => test.form === form && test.question === question)
