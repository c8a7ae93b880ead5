/** A child has stopped, and may carry on for a minute; or nobody has touched the page for long, and it asks. */
import { SurveyForm } from "./survey-form.tsx"
import type { StoppedView } from "./view.ts"
import { words } from "./words.ts"

export const Stopped = (props: { readonly view: StoppedView }) => (
  <SurveyForm sealed={props.view.sealed}>
    <div class="bubble">
      <h1 class="ask" tabindex="-1" data-say>
        {props.view.away ? words.areYouThere : words.youStopped}
      </h1>
    </div>
    <button type="button" class="read">
      {words.readAloud}
    </button>
    <ul class="say">
      <li data-say>{words.nothingSent}</li>
      <li data-say>{words.forAMinute}</li>
    </ul>
    <div class="moving">
      <button type="submit" name="go" value="clear" class="quiet">
        {words.clear}
      </button>
      <button type="submit" name="go" value="resume" class="forward">
        {words.carryOn}
      </button>
    </div>
  </SurveyForm>
)
