/** Small kindnesses that a page does without: the opt-out clears what it overrules, and a choice of a few is counted. */
import { words } from "../components/words.ts"

const boxesOf = (question: Element): readonly HTMLInputElement[] =>
  Array.from(question.querySelectorAll<HTMLInputElement>("input[type=checkbox],input[type=radio]"))

/** "Nothing" and the opt-out are true by themselves only. */
const isAlone = ({ dataset }: HTMLInputElement): boolean => dataset["part"] === "alone"

const clearOthers = (question: Element, changed: HTMLInputElement): void => {
  if (!changed.checked) return
  for (const box of boxesOf(question)) {
    if (box !== changed && (isAlone(changed) || isAlone(box))) box.checked = false
  }
}

const roomFor = (letters: number, upTo: number): string => {
  if (letters > upTo) return words.tooLongBy(letters - upTo)
  return letters > 0 ? words.roomLeft(upTo - letters) : words.roomFor(upTo)
}

const choicesSaid = (chosen: number, upTo: number): string => {
  if (chosen > upTo) return words.tooManyBy(chosen - upTo)
  return chosen > 0 ? words.chosenOf(chosen, upTo) : words.upTo(upTo)
}

/** Counted before Next, so that nothing is refused by surprise. */
const count = (form: HTMLFormElement): void => {
  const limit = form.querySelector<HTMLElement>("[data-up-to]")
  if (!limit) return
  const upTo = Number(limit.dataset["upTo"])
  const letters = form.querySelector("textarea")?.value.length
  limit.textContent =
    letters === undefined
      ? choicesSaid(boxesOf(form).filter((box) => box.checked && !isAlone(box)).length, upTo)
      : roomFor(letters, upTo)
}

export const niceties = (): void => {
  document.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement) || !target.closest(".card")) return
    const question = target.closest(".question")
    if (!question) return
    clearOthers(question, target)
  })
  for (const kind of ["change", "input"])
    document.addEventListener(kind, ({ target }) => {
      const form = target instanceof Element ? target.closest("form") : null
      if (form) count(form)
    })
}
