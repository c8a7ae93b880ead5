/** Frames every page: the mark, the warning in rehearsal, help, and the link to privacy. */
import { type JSX, Show } from "solid-js"
import type { Mode } from "../../policy/data/mode.ts"
import { Help } from "./help-lines.tsx"
import { Mark } from "./mark.tsx"
import { Stop } from "./moving.tsx"
import { ToolIcon } from "./tool-icon.tsx"
import { shellWords } from "./words.ts"

interface ShellProps {
  readonly mode: Mode | undefined
  /** While answering, no link may lead away in the same tab: answers would be lost. */
  readonly answering?: boolean
  readonly stopping?: boolean
  /** A child has just answered or stopped, and is led to no numbers. */
  readonly ending?: boolean | undefined
  /** A grown-up answers too. */
  readonly grownUps?: boolean
  readonly children: JSX.Element
}

const AboutAnswers = () => (
  <p class="about">
    <a href="/privacy" target="_blank" rel="noreferrer">
      {shellWords.privacyLink} <small>({shellWords.newTab})</small>
    </a>
  </p>
)

const Footer = (props: Pick<ShellProps, "ending">) => (
  <footer class="foot">
    <a href="/">The Big Ask</a>
    <a href="/privacy">About your answers</a>
    <a href="/accessibility">Accessibility</a>
    <a href="/schools">For schools and other settings</a>
    <Show when={!props.ending}>
      <a href="/tables/">What children said</a>
    </Show>
  </footer>
)

export const Shell = (props: ShellProps) => (
  <>
    <header class="top" id="top">
      <Show when={props.mode === "rehearsal"}>
        <p class="rehearsal">{shellWords.rehearsal}</p>
      </Show>
      <Show
        when={props.answering}
        fallback={
          <a href="/" class="home">
            <Mark />
          </a>
        }
      >
        <div class="home">
          <Mark />
        </div>
      </Show>
      <Show when={props.answering}>
        <Stop shown={props.stopping ?? false} />
      </Show>
      <Help grownUps={props.grownUps ?? false}>
        <Show when={props.answering}>
          <AboutAnswers />
        </Show>
      </Help>
      <a class="tool hide" href="/times-tables" rel="noreferrer">
        <ToolIcon of="hide" />
        <span>
          {shellWords.hide} <span class="unseen">{shellWords.hideThisPage}</span>
        </span>
      </a>
    </header>
    <main>{props.children}</main>
    <Show when={!props.answering}>
      <Footer ending={props.ending} />
    </Show>
  </>
)
