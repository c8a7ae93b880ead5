/** How a survey ends, finished or stopped: the same calm page, so that nobody can tell which from across a room. */
import type { FormId } from "../../policy/data/form-id.ts"
import type { Mode } from "../../policy/data/mode.ts"
import { bandOf, classesOf } from "../components/band.ts"
import { HelpAside } from "../components/help-lines.tsx"
import { sitePage } from "./site-page.tsx"

interface QuietEnding {
  readonly form: FormId
  readonly mode: Mode | undefined
  readonly title: string
  readonly said: string
}

export const quietEnding = ({ form, mode, title, said }: QuietEnding): string =>
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
          <p>Take a slow breath in. Let it out. Do it five times.</p>
          <p>Then look around you. Can you find five things that are blue?</p>
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
