/** The one button that begins a form; it posts, so it works before any script. */
import { SurveyForm } from "./survey-form.tsx"
import { words } from "./words.ts"

export const Start = () => (
  <SurveyForm>
    <div class="moving">
      <button type="submit" name="go" value="start" class="forward">
        {words.start}
      </button>
    </div>
  </SurveyForm>
)
