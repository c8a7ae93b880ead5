/** What stands around every page: the mark, the word of warning in rehearsal, and the way to what is kept. */
import { type JSX, Show } from "solid-js"
import type { Mode } from "../../policy/data/mode.ts"
import { Mark } from "./mark.tsx"
import { words } from "./words.ts"

interface ShellProps {
  readonly mode: Mode | undefined
  /** While answering, no link may lead away in the same tab: answers would be lost. */
  readonly answering?: boolean
  /** A child has just answered or stopped, and is led to no numbers. */
  readonly ending?: boolean | undefined
  readonly children: JSX.Element
}

const AnsweringFooter = () => (
  <footer class="foot">
    <a href="/privacy" target="_blank" rel="noreferrer">
      {words.privacyLink} <small>({words.newTab})</small>
    </a>
  </footer>
)

const Footer = (props: Pick<ShellProps, "ending">) => (
  <footer class="foot">
    <a href="/">The Big Ask</a>
    <a href="/privacy">About your answers</a>
    <a href="/accessibility">Making this easy to use</a>
    <a href="/schools">For schools and other settings</a>
    <Show when={!props.ending}>
      <a href="/tables/">Tables</a>
    </Show>
  </footer>
)

export const Shell = (props: ShellProps) => (
  <>
    <header class="top">
      <Show when={props.mode === "rehearsal"}>
        <p class="rehearsal">{words.rehearsal}</p>
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
    </header>
    <main>{props.children}</main>
    <Show when={props.answering} fallback={<Footer ending={props.ending} />}>
      <AnsweringFooter />
    </Show>
  </>
)
