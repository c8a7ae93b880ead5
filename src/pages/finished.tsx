/** The answers are sent. */
import type { FormId } from "../../policy/data/form-id.ts"
import type { Mode } from "../../policy/data/mode.ts"
import { quietEnding } from "./quiet-ending.tsx"

export const finishedPage = (form: FormId, mode?: Mode): string =>
  quietEnding({ form, mode, title: "Thank you", said: "Your answers are sent. We will listen to what you said." })
