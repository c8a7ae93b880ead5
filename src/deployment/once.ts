/** Does something the first time only, so that a sender cannot fill a log with it. */

export const once = (act: () => void): (() => void) => {
  let done = false
  return () => {
    if (!done) act()
    done = true
  }
}
