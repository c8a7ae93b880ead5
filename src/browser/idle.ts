/** Asks after ten minutes without a touch, and a minute later forgets: the next child at the tablet finds nothing. */

const minute = 60_000
/** Milliseconds without a touch. */
export const quiet = 10 * minute

/** What it returns counts a minute, as after Stop; any touch of the page starts it again. */
export const watchIdle = (ask: () => void, forget: () => void): ((isCounting: boolean) => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const wait = (isCounting: boolean): void => {
    clearTimeout(timer)
    timer = setTimeout(isCounting ? forget : ask, isCounting ? minute : quiet)
  }
  return wait
}
