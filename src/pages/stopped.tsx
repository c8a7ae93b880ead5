/** The child stopped: nothing was sent, and that is fine. */
import type { FormId } from "../../policy/data/form-id.ts"
import type { Mode } from "../../policy/data/mode.ts"
import type { Recorded } from "../components/listen.tsx"
import { quietEnding } from "./quiet-ending.tsx"
import { stoppedWords, thankYou } from "./site-words.ts"

export const stoppedPage = (form: FormId, mode?: Mode, recorded?: Recorded): string =>
  quietEnding({ form, mode, title: thankYou, said: stoppedWords, recorded })
