/** Ends `web` where it makes the launcher hold more memory than any honest use: Node's channel has no limit of its own. */

/** Bytes. The launcher takes about 140 MB, and 20,000 waiting responses 50 MB more. */
const most = 400 * 1024 * 1024

/** Milliseconds. */
const betweenLooks = 50
/** Freed memory is given back a moment later. */
const settles = 2_000

/** Calls `over` at most once in two seconds while more is held. */
export const guardMemory = (over: () => void, held: () => number = () => process.memoryUsage.rss()): void => {
  let last = Number.NEGATIVE_INFINITY
  setInterval(() => {
    if (held() <= most || performance.now() - last < settles) return
    last = performance.now()
    over()
  }, betweenLooks).unref()
}
