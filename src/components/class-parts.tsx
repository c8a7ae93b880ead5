/** What a page of class mode has besides its survey: the end of one child's turn, and what waits to be sent. */

/** Before the first question, since it says what happens to answers. */
export const ClassNotice = () => (
  <p class="line">
    Other children use this device too. When there is no internet, your answers are locked on it until they can be sent.
    Nobody can read them on it. After a week they are gone.
  </p>
)

/** Both are filled in by the script; finished or stopped, it is the same screen. */
export const ClassParts = () => (
  <>
    <section id="turn-over" class="survey" hidden>
      <form>
        <div class="bubble">
          <h1 class="ask" tabindex="-1">
            Thank you
          </h1>
          <p id="outcome" />
        </div>
        <ul class="say">
          <li>Take a slow breath in. Let it out.</li>
          <li>Then give the device to the next child.</li>
        </ul>
        <div class="moving">
          <button type="submit" class="forward">
            Next child
          </button>
        </div>
      </form>
    </section>
    <p id="waiting" class="note" role="status" hidden />
  </>
)
