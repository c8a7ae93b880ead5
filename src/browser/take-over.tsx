/** Hydrates the survey of a start page and leads through it in memory: no page load, nothing kept, one history entry. */
import { createEffect, on } from "solid-js"
import { hydrate } from "solid-js/web"
import type { AskedForm } from "../../surveys/asked.ts"
import type { Fields } from "../../surveys/page-answers.ts"
import { Survey } from "../components/survey.tsx"
import { titleOf } from "../components/title.ts"
import { createProgress, type Progress } from "./progress.ts"
import { hush } from "./speech.ts"

/** Solid looks here for what a script of its own would have put into the page. */
const prepare = (): void => {
  Object.assign(globalThis, { _$HY: { events: [], completed: new WeakSet(), r: {}, fe() {} } })
}

const fieldsOf = (form: HTMLFormElement): Fields =>
  Array.from(new FormData(form)).flatMap(([name, value]) => (typeof value === "string" ? [[name, value] as const] : []))

const leave = (progress: Progress, address: string): void => {
  progress.wipe()
  location.replace(address)
}

const pressed = async (progress: Progress, form: AskedForm, go: string, fields: Fields): Promise<void> => {
  switch (go) {
    case "start":
      return progress.start()
    case "back":
      return progress.back(fields)
    case "search":
      return progress.look(fields)
    case "stop":
      return leave(progress, `/stopped/${form.id}`)
    case "send":
      if (await progress.send()) leave(progress, `/finished/${form.id}`)
      return
    default:
      return progress.next(fields)
  }
}

/** A new page is told to whoever cannot see it: the tab's title, the top of the page, and the focus. */
const arrive = (root: Element, form: AskedForm, progress: Progress): void => {
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
  const form: AskedForm = JSON.parse(data.textContent ?? "")
  const progress = createProgress(form)
  let go = "next"
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
    if (event.target instanceof HTMLFormElement) void pressed(progress, form, go, fieldsOf(event.target))
  })
  addEventListener("beforeunload", (event) => {
    if (!progress.held()) return
    event.preventDefault()
    event.returnValue = ""
  })
  prepare()
  hydrate(() => {
    createEffect(on(progress.view, () => arrive(root, form, progress), { defer: true }))
    return <Survey form={form} view={progress.view()} />
  }, root)
  return progress.wipe
}
