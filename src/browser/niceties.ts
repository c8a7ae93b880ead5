/** Small kindnesses that a page does without: the opt-out clears what it overrules, and a choice of a few is counted. */
import { words } from "../components/words.ts"

const boxesOf = (question: Element): readonly HTMLInputElement[] =>
  Array.from(question.querySelectorAll<HTMLInputElement>("input[type=checkbox],input[type=radio]"))

const clearOthers = (question: Element, changed: HTMLInputElement): void => {
  if (!changed.checked) return
  const declines = changed.dataset["part"] === "declines"
  for (const box of boxesOf(question)) {
    if (box !== changed && (declines || box.dataset["part"] === "declines")) box.checked = false
  }
}

const count = (question: Element): void => {
  const limit = question.querySelector<HTMLElement>("[data-up-to]")
  if (!limit) return
  const upTo = Number(limit.dataset["upTo"])
  const chosen = boxesOf(question).filter((box) => box.checked && box.dataset["part"] !== "declines").length
  limit.textContent = chosen > 0 ? words.chosenOf(chosen, upTo) : ""
}

export const niceties = (): void =>
  document.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement) || !target.closest(".card")) return
    const question = target.closest(".question")
    if (!question) return
    clearOthers(question, target)
    count(question)
  })
