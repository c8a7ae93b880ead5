/** Where a child or a grown-up can turn for help: words and telephone links only, so that asking leaves no trace. */
import { For, type JSX } from "solid-js"
import { emergency, type HelpLine, helpForGrownUps, helpLines } from "../../policy/data/help-lines.ts"
import { ToolIcon } from "./tool-icon.tsx"

const Line = (props: Pick<HelpLine, "name" | "does" | "number" | "by">) => (
  <li>
    <a href={`${props.by}:${props.number.replaceAll(" ", "")}`} rel="noreferrer">
      <span>
        <strong>{props.name}</strong> {props.does}
      </span>
      <b>{props.number}</b>
    </a>
  </li>
)

/** The same in every form, so that nobody learns from the page which child is asking. */
export const HelpLines = (props: { readonly grownUps?: boolean }) => (
  <>
    <h2>Do you need to talk?</h2>
    <p>Tell a grown-up you trust. You can also talk to these people. It is free.</p>
    <ul>
      <For each={props.grownUps ? [...helpLines, helpForGrownUps] : helpLines}>{(line) => <Line {...line} />}</For>
      <Line {...emergency} />
    </ul>
  </>
)

/** Opens where it is pressed, without script too, and asks nothing of anybody. */
export const Help = (props: { readonly grownUps: boolean; readonly children?: JSX.Element }) => (
  <details class="help">
    <summary class="tool">
      <ToolIcon of="help" />
      Help
    </summary>
    <div class="panel">
      <HelpLines grownUps={props.grownUps} />
      {props.children}
    </div>
  </details>
)

export const HelpAside = () => (
  <aside class="turn-to" aria-label="People who can help">
    <HelpLines />
  </aside>
)
