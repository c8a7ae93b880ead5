/** The child stopped: nothing was sent, and that is fine. */
import type { FormId } from "../../policy/data/form-id.ts"
import type { Mode } from "../../policy/data/mode.ts"
import { quietEnding } from "./quiet-ending.tsx"

export const stoppedPage = (form: FormId, mode?: Mode): string =>
  quietEnding({ form, mode, title: "Thank you", said: "You stopped, and that is fine. Nothing was sent." })
