/** The buttons of a page: Back and the way on are always in the same place, and Stop is far from both, in the header. */
import type { JSX } from "solid-js"
import { formId } from "./survey-form.tsx"
import { ToolIcon } from "./tool-icon.tsx"
import { words } from "./words.ts"

/** Browsers let Enter press a form's first button: without this it would press Stop. */
const PressedByEnter = () => (
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: tabindex -1 takes it out of reach; the visible Next says the same.
  <input type="submit" name="go" value="next" form={formId} class="unseen" tabindex="-1" aria-hidden="true" />
)

/** In the header of every page of a survey; a page that nothing can be stopped on hides it. */
export const Stop = (props: { readonly shown: boolean }) => (
  <>
    <PressedByEnter />
    <button type="submit" name="go" value="stop" form={formId} class="tool stop" hidden={!props.shown}>
      <ToolIcon of="stop" />
      {words.stop}
    </button>
  </>
)

export const Moving = (props: { readonly forward: "next" | "send"; readonly children?: JSX.Element }) => (
  <div class="moving">
    {props.children}
    <button type="submit" name="go" value="back" class="quiet">
      {words.back}
    </button>
    <button type="submit" name="go" value={props.forward} class="forward">
      {props.forward === "send" ? words.send : words.next}
    </button>
  </div>
)
