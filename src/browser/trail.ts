/** Gives each page of a survey an entry in the browser's history: its number along the way, and nothing else. */
import type { Fields } from "../../surveys/page-answers.ts"
import type { Progress } from "./progress.ts"

export interface Trail {
  /** After a new page has come. */
  readonly arrived: () => void
  readonly back: () => void
  /** Goes back before the entries of the survey, and only then on. */
  readonly end: (go: () => void) => void
}

export const followTrail = (progress: Progress, fields: () => Fields): Trail => {
  /** The places visited, by the number of their entry. */
  let places: readonly number[] = [-1]
  let at = 0
  let isMoving = false
  let isGoingBack = false
  let ending: (() => void) | undefined

  /** The entries that are left lead to a start, and to nothing of the child before. */
  const finish = (go: () => void): void => {
    places = [-1]
    at = 0
    ending = undefined
    go()
  }

  // A page that was loaded again knows nothing of its earlier entries.
  history.replaceState(null, "")
  addEventListener("popstate", ({ state }) => {
    if (ending !== undefined) return finish(ending)
    at = typeof state === "number" && state < places.length ? state : 0
    isMoving = true
    progress.visit(places[at] ?? -1, fields())
    isMoving = false
  })
  return {
    arrived: () => {
      isGoingBack = false
      const place = progress.place()
      if (place === undefined || place === places[at]) return
      if (!isMoving) history.pushState(++at, "")
      places = [...places.slice(0, at), place, ...(isMoving ? places.slice(at + 1) : [])]
    },
    // The second tap of two, before the browser has gone: it would leave the survey.
    back: () => {
      if (isGoingBack) return
      isGoingBack = true
      history.back()
    },
    end: (go) => {
      ending = go
      if (at > 0) history.go(-at)
      else finish(go)
    },
  }
}
