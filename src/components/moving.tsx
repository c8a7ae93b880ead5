/** The buttons of a page: Back and the way on are always in the same place, and Stop is far from both. */
import type { JSX } from "solid-js"
import { words } from "./words.ts"

/** Browsers let Enter press a form's first button: without this it would press Stop. */
export const PressedByEnter = () => (
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: tabindex -1 takes it out of reach; the visible Next says the same.
  <input type="submit" name="go" value="next" class="unseen" tabindex="-1" aria-hidden="true" />
)

export const Stop = () => (
  <button type="submit" name="go" value="stop" class="tool">
    {words.stop}
  </button>
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
