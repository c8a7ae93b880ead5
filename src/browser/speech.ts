/** Reads a page aloud: with recordings of our own host where there are any, else with voices that live on the device. */
import { recordingName } from "../../surveys/recording-name.ts"

const localVoice = (): SpeechSynthesisVoice | undefined => {
  if (typeof speechSynthesis === "undefined") return undefined
  const voices = speechSynthesis.getVoices().filter((voice) => voice.localService === true && /^en/i.test(voice.lang))
  return voices.find((voice) => /GB/i.test(voice.lang)) ?? voices[0]
}

/** The server says so where it renders the first page. */
const isRecorded = (): boolean => document.body.classList.contains("voiced")

const player = new Audio()

export const hush = (): void => {
  player.onended = player.onerror = null
  player.pause()
  if (typeof speechSynthesis !== "undefined") speechSynthesis.cancel()
  for (const spoken of document.querySelectorAll(".spoken")) spoken.classList.remove("spoken")
  for (const button of document.querySelectorAll(".read, .hear")) button.setAttribute("aria-pressed", "false")
}

const speakLocally = (text: string, after: () => void): void => {
  const voice = localVoice()
  if (!voice) {
    after()
    return
  }
  const utterance = new SpeechSynthesisUtterance(text)
  utterance.voice = voice
  utterance.lang = voice.lang
  utterance.rate = 0.9
  utterance.onend = after
  speechSynthesis.speak(utterance)
}

/** A text without a recording, such as the name of a school, is left to the device. */
const say = (text: string, after: () => void): void => {
  if (!isRecorded()) {
    speakLocally(text, after)
    return
  }
  player.onended = after
  player.onerror = () => speakLocally(text, after)
  player.src = `/voice/${recordingName(text)}.mp3`
  player.play().catch(() => undefined)
}

const speak = (button: Element, [part, ...rest]: readonly Element[]): void => {
  if (!part) {
    hush()
    return
  }
  part.classList.add("spoken")
  part.scrollIntoView({ block: "center" })
  say(part.textContent ?? "", () => {
    part.classList.remove("spoken")
    if (button.getAttribute("aria-pressed") === "true") speak(button, rest)
  })
}

/** What a button reads: its card, or its question, or else the notice around it. */
const read = (button: Element): void => {
  const speaking = button.getAttribute("aria-pressed") === "true"
  hush()
  if (speaking) return
  button.setAttribute("aria-pressed", "true")
  const parts = Array.from(button.parentElement?.querySelectorAll("[data-say]") ?? [])
  speak(
    button,
    parts.filter((part) => !part.closest("details:not([open])")),
  )
}

/** A button of its own on each card. Keys and screen readers have the one that reads them all. */
export const addHearing = (): void => {
  if (!document.documentElement.classList.contains("speaks")) return
  for (const card of document.querySelectorAll("label.card")) {
    if (card.querySelector(".hear")) continue
    const button = document.createElement("button")
    button.type = "button"
    button.className = "hear"
    button.tabIndex = -1
    button.setAttribute("aria-hidden", "true")
    card.append(button)
  }
}

/** Shows the buttons only where there is something to answer them. */
export const readAloud = (): void => {
  const offer = (): void => {
    document.documentElement.classList.toggle("speaks", isRecorded() || localVoice() !== undefined)
    addHearing()
  }
  offer()
  if (typeof speechSynthesis !== "undefined") speechSynthesis.addEventListener?.("voiceschanged", offer)
  addEventListener("pagehide", hush)
  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest(".read, .hear") : null
    if (!button) return
    event.preventDefault()
    read(button)
  })
}
