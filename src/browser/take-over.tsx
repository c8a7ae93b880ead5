/** Hydrates the survey of a start page and leads through it in memory: no page load, nothing kept. */
import { createEffect, on } from "solid-js"
import { hydrate } from "solid-js/web"
import type { DisplayForm } from "../../surveys/display-form.ts"
import type { Fields } from "../../surveys/page-answers.ts"
import { Survey } from "../components/survey.tsx"
import { titleOf } from "../components/title.ts"
import { watchIdle } from "./idle.ts"
import { createProgress, type Progress } from "./progress.ts"
import { settle } from "./settled.ts"
import { hush } from "./speech.ts"
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
}

const leave = ({ progress, trail }: Way, address: string): void => {
  progress.wipe()
  trail.end(address)
}

const pressed = async (way: Way, go: string, fields: Fields): Promise<void> => {
  const { form, progress, trail } = way
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
      return leave(way, `/stopped/${form.id}`)
    case "send":
      if (await progress.send()) leave(way, `/finished/${form.id}`)
      return
    default:
      return progress.next(fields)
  }
}

/** Announces a new page to people who cannot see it: the tab's title, the top of the page, and the focus. */
const arrive = (root: Element, form: DisplayForm, progress: Progress): void => {
  const view = progress.view()
  hush()
  document.title = titleOf(form, view)
  const intro = document.getElementById("intro")
  if (intro) intro.hidden = view.at !== "start"
  scrollTo(0, 0)
  for (const place of [".note", ".found", "h1"]) {
    const target = root.querySelector<HTMLElement>(`${place}[tabindex]`)
    target?.focus()
    if (target) return
  }
}

/** What it returns forgets everything given so far. */
export const takeOver = (): (() => void) => {
  const root = document.getElementById("survey")
  const data = document.getElementById("form")
  if (!root || !data) return () => undefined
  const form: DisplayForm = JSON.parse(data.textContent ?? "")
  const progress = createProgress(form)
  const shownFields = (): Fields => {
    const shown = root.querySelector("form")
    return shown ? fieldsOf(shown) : []
  }
  const trail = followTrail(progress, shownFields)
  const way = { form, progress, trail }
  const wait = watchIdle(
    () => (progress.view().at === "start" ? undefined : progress.pause(shownFields(), true)),
    () => leave(way, `/stopped/${form.id}`),
  )
  let go = "next"
  settle(root)
  root.addEventListener("click", ({ target }) => {
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
