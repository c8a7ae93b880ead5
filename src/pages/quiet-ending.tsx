/** How a survey ends, finished or stopped: the same calm page, so that nobody can tell which from across a room. */
import type { FormId } from "../../policy/data/form-id.ts"
import type { Mode } from "../../policy/data/mode.ts"
import { bandOf, classesOf } from "../components/band.ts"
import { HelpAside } from "../components/help-lines.tsx"
import { Listen, type Recorded } from "../components/listen.tsx"
import { sitePage } from "./site-page.tsx"
import { calmWords } from "./site-words.ts"

interface QuietEnding {
  readonly form: FormId
  readonly mode: Mode | undefined
  readonly title: string
  readonly said: string
  readonly recorded: Recorded | undefined
}

export const quietEnding = ({ form, mode, title, said, recorded = () => false }: QuietEnding): string =>
  sitePage({
    title,
    mode,
    look: classesOf(bandOf[form]),
    ending: true,
    content: () => (
      <>
        <div class="bubble">
          <h1>{title}</h1>
          <p>{said}</p>
        </div>
        <Listen recorded={recorded} lines={[title, said, ...calmWords]} />
        <section class="calm">
          <h2>A calm thing to do</h2>
          <div class="breath" aria-hidden="true">
            <span />
            <span />
            <span />
            <svg viewBox="0 0 64 32" width="64" height="32" aria-hidden="true">
              <path d="M8 10q7 7 14 0M42 10q7 7 14 0M27 23q5 3 10 0" />
            </svg>
          </div>
          <p>{calmWords[0]}</p>
          <p>{calmWords[1]}</p>
        </section>
        <HelpAside />
        <p class="line">You can close this page now.</p>
        <p class="line">
          <a class="button" href={`/survey/${form}`}>
            Next child
          </a>
        </p>
      </>
    ),
  })
