/** A page that is not part of a survey: plain HTML, no script at all. */
import type { JSX } from "solid-js"
import { NoHydration, renderToString } from "solid-js/web"
import type { Mode } from "../../policy/data/mode.ts"
import { Shell } from "../components/shell.tsx"
import { pageStyle } from "../style/style.ts"
import { documentHtml } from "./document.tsx"

interface SitePage {
  readonly title: string
  readonly mode?: Mode | undefined
  readonly look?: string
  readonly ending?: boolean
  readonly content: () => JSX.Element
}

export const sitePage = ({ title, mode, look = "plain", ending, content }: SitePage): string =>
  documentHtml({
    title: `${title} · The Big Ask`,
    look,
    style: pageStyle,
    body: renderToString(() => (
      <NoHydration>
        <Shell mode={mode} ending={ending}>
          {content()}
        </Shell>
      </NoHydration>
    )),
  })
