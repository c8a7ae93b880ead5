/** The answers are sent. */
import type { FormId } from "../../policy/data/form-id.ts"
import type { Mode } from "../../policy/data/mode.ts"
import type { Recorded } from "../components/listen.tsx"
import { quietEnding } from "./quiet-ending.tsx"
import { finishedWords, thankYou } from "./site-words.ts"

export const finishedPage = (form: FormId, mode?: Mode, recorded?: Recorded): string =>
  quietEnding({ form, mode, title: thankYou, said: finishedWords, recorded })
