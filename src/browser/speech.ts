/** Reads a question and its options aloud, with voices that live on the device: no word leaves it. */

const localVoice = (): SpeechSynthesisVoice | undefined => {
  const voices = speechSynthesis.getVoices().filter((voice) => voice.localService === true && /^en/i.test(voice.lang))
  return voices.find((voice) => /GB/i.test(voice.lang)) ?? voices[0]
}

export const hush = (): void => {
  speechSynthesis.cancel()
  for (const spoken of document.querySelectorAll(".spoken")) spoken.classList.remove("spoken")
  for (const button of document.querySelectorAll(".read")) button.setAttribute("aria-pressed", "false")
}

const speak = (button: Element, [part, ...rest]: readonly Element[]): void => {
  const voice = localVoice()
  if (!part || !voice) {
    hush()
    return
  }
  const utterance = new SpeechSynthesisUtterance(part.textContent ?? "")
  utterance.voice = voice
  utterance.lang = voice.lang
  utterance.rate = 0.9
  utterance.onend = () => {
    part.classList.remove("spoken")
    if (button.getAttribute("aria-pressed") === "true") speak(button, rest)
  }
  part.classList.add("spoken")
  speechSynthesis.speak(utterance)
}

/** The part of the page that a button reads: its question, or else the notice around it. */
const read = (button: Element): void => {
  const speaking = button.getAttribute("aria-pressed") === "true"
  hush()
  if (speaking) return
  button.setAttribute("aria-pressed", "true")
  const said = Array.from(button.parentElement?.querySelectorAll("[data-say]") ?? [])
  speak(
    button,
    said.filter((part) => !part.closest("details:not([open])")),
  )
}

/** Shows the buttons only where a local voice is there to answer them. */
export const readAloud = (): void => {
  if (typeof speechSynthesis === "undefined") return
  const offer = (): void => {
    document.documentElement.classList.toggle("speaks", localVoice() !== undefined)
  }
  offer()
  speechSynthesis.addEventListener?.("voiceschanged", offer)
  addEventListener("pagehide", hush)
  document.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest(".read") : null
    if (button) read(button)
  })
}
