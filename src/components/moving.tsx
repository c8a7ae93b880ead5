/** The buttons of a page: the first in the form is the one that Enter presses. */

import { words } from "./words.ts"

export const Moving = (props: { readonly forward: "next" | "send" }) => (
  <div class="moving">
    <button type="submit" name="go" value={props.forward} class="forward">
      {props.forward === "send" ? words.send : words.next}
    </button>
    <button type="submit" name="go" value="back" class="quiet">
      {words.back}
    </button>
    <button type="submit" name="go" value="stop" class="quiet">
      {words.stop}
    </button>
  </div>
)
