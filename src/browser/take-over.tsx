/** Hydrates the survey of a start page and leads through it in memory: no page load, nothing kept. */
import { createEffect, on } from "solid-js"
import { hydrate } from "solid-js/web"
import type { DisplayForm } from "../../surveys/display-form.ts"
import type { Fields } from "../../surveys/page-answers.ts"
import { Survey } from "../components/survey.tsx"
import { titleOf } from "../components/title.ts"
import { canStop } from "../components/view.ts"
import type { ClassMode } from "./class/class-mode.ts"
import { showClip } from "./clips.ts"
import { type Response, type Sent, send } from "./door.ts"
import { watchIdle } from "./idle.ts"
import { createProgress, type Progress } from "./progress.ts"
import { settle } from "./settled.ts"
import { addHearing, hush } from "./speech.ts"
import { followTrail, type Trail } from "./trail.ts"

/** Solid looks here for what a script of its own would have put into the page. */
const prepare = (): void => {
  Object.assign(globalThis, { _$HY: { events: [], completed: new WeakSet(), r: {}, fe() {} } })
}

const fieldsOf = (form: HTMLFormElement): Fields =>
  Array.from(new FormData(form)).flatMap(([name, value]) => (typeof value === "string" ? [[name, value] as const] : []))

interface Way {
  readonly form: DisplayForm
  readonly progress: Progress
  readonly trail: Trail
  readonly together: Promise<ClassMode | undefined> | undefined
}

const leave = ({ progress, trail }: Way, address: string): void => {
  progress.wipe()
  trail.end(() => location.replace(address))
}

/** On to a quiet end, or in a class to the next child, without a page that a network would have to bring. */
const end = (way: Way, how: "finished" | "stopped" | "away"): void => {
  const { form, progress, trail, together } = way
  const address = `/${how === "finished" ? how : "stopped"}/${form.id}`
  if (!together) {
    leave(way, address)
    return
  }
  progress.wipe()
  trail.end(() => {
    void together.then((mode) => (mode ? mode.ended(how, progress.restart) : location.replace(address)))
  })
}

const pressed = async (way: Way, go: string, fields: Fields): Promise<void> => {
  const { progress, trail } = way
  switch (go) {
    case "start":
      return progress.start()
    case "back":
      return trail.back()
    case "search":
      return progress.look(fields)
    case "stop":
      return progress.pause(fields)
    case "resume":
      return progress.resume()
    case "clear":
      return end(way, "stopped")
    case "send":
      if (await progress.send()) end(way, "finished")
      return
    default:
      return progress.next(fields)
  }
}

/** Announces a new page to people who cannot see it: the tab's title, the top of the page, and the focus. */
const arrive = (root: HTMLElement, form: DisplayForm, progress: Progress): void => {
  const view = progress.view()
  hush()
  addHearing()
  showClip(root, form.id, view.at === "question" ? view.stop.questions[0]?.ask : undefined)
  document.title = titleOf(form, view)
  const intro = document.getElementById("intro")
  if (intro) intro.hidden = view.at !== "start"
  const stop = document.querySelector<HTMLElement>(".stop")
  if (stop) stop.hidden = !canStop(view)
  scrollTo(0, 0)
  for (const place of [".note", ".found", "h1"]) {
    const target = root.querySelector<HTMLElement>(`${place}[tabindex]`)
    target?.focus()
    if (target) return
  }
}

/** In a class, sent by way of its queue. */
const sendTogether =
  (together: Promise<ClassMode | undefined>) =>
  async (response: Response): Promise<Sent> =>
    ((await together)?.send ?? send)(response)

/** `together` is class mode. What it returns forgets everything given so far. */
export const takeOver = (together?: Way["together"]): (() => void) => {
  const root = document.getElementById("survey")
  const data = document.getElementById("form")
  if (!root || !data) return () => undefined
  const form: DisplayForm = JSON.parse(data.textContent ?? "")
  const progress = createProgress(form, together && sendTogether(together))
  const shownFields = (): Fields => {
    const shown = root.querySelector("form")
    return shown ? fieldsOf(shown) : []
  }
  const trail = followTrail(progress, shownFields)
  const way = { form, progress, trail, together }
  const wait = watchIdle(
    () => (["question", "send"].includes(progress.view().at) ? progress.pause(shownFields(), true) : undefined),
    () => end(way, "away"),
  )
  let go = "next"
  settle(root)
  // Stop is in the header, which no script draws.
  document.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLButtonElement | HTMLInputElement>("[name=go]") : null
    if (button) go = button.value
  })
  root.addEventListener("keydown", (event) => {
    const { target } = event
    if (event.key !== "Enter" || !(target instanceof HTMLInputElement) || !target.name.startsWith("search.")) return
    event.preventDefault()
    if (target.form) void progress.look(fieldsOf(target.form))
  })
  root.addEventListener("submit", (event) => {
    event.preventDefault()
    if (event.target instanceof HTMLFormElement) void pressed(way, go, fieldsOf(event.target))
  })
  for (const touch of ["pointerdown", "keydown"])
    addEventListener(touch, () => {
      if (progress.view().at !== "stopped") wait(false)
    })
  document.querySelector(".hide")?.addEventListener("click", (event) => {
    event.preventDefault()
    leave(way, "/times-tables")
  })
  addEventListener("beforeunload", (event) => {
    if (!progress.held()) return
    event.preventDefault()
    event.returnValue = ""
  })
  prepare()
  hydrate(() => {
    createEffect(
      on(
        progress.view,
        ({ at }) => {
          trail.arrived()
          wait(at === "stopped")
          arrive(root, form, progress)
        },
        { defer: true },
      ),
    )
    return <Survey form={form} view={progress.view()} />
  }, root)
  return progress.wipe
}
