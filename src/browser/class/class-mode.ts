/** Leads a class through one device: each finished survey is sealed and kept before it is sent, and the next child finds a fresh start. */
import type { WaitingKey } from "../../../policy/data/waiting-survey.ts"
import type { DisplayForm } from "../../../surveys/display-form.ts"
import { type Response, type Sent, send } from "../door.ts"
import { classWords } from "./class-words.ts"
import { keepPages } from "./keep-pages.ts"
import { sealSurvey } from "./seal-survey.ts"
import { type Lost, type Sending, sendWaiting } from "./send-waiting.ts"
import { allWaiting, keepWaiting } from "./waiting-surveys.ts"

export interface ClassMode {
  readonly send: (response: Response) => Promise<Sent>
  /** A child's turn is over, and nothing of it is left; `begin` shows the start. */
  readonly ended: (how: "finished" | "stopped" | "away", begin: () => void) => void
}

/** Milliseconds. */
const betweenTries = 20_000
const longestWait = 3_000

/** By the clock of the device: it only asks to go on the internet, and removes nothing. */
const today = (): string => new Date().toISOString().slice(0, 10)

const isReachable = (): Promise<boolean> =>
  fetch("/health", { cache: "no-store" }).then(
    ({ ok }) => ok,
    () => false,
  )

const lostSoFar: Partial<Record<Lost, number>> = {}

/** Says how many wait, and how many went from the device unsent. */
const say = ({ waiting, lost }: Sending): void => {
  for (const why of ["closed", "too-late", "not-taken"] as const)
    if (lost[why]) lostSoFar[why] = (lostSoFar[why] ?? 0) + lost[why]
  const until = waiting.map((each) => each.until).sort()[0]
  const lines = [
    ...(until ? [classWords.waiting(waiting.length, until)] : []),
    ...(["closed", "too-late", "not-taken"] as const).flatMap((why) =>
      lostSoFar[why] ? [classWords.lost[why](lostSoFar[why])] : [],
    ),
  ]
  const line = document.getElementById("waiting")
  if (!line) return
  line.textContent = lines.join(" ")
  line.hidden = lines.length === 0
}

export const beginClass = (form: DisplayForm, key: WaitingKey): ClassMode => {
  const turnOver = document.getElementById("turn-over")
  const survey = document.getElementById("survey")
  const intro = document.getElementById("intro")
  let outcome: string = classWords.stopped

  const flush = async (): Promise<Sending> => {
    const sending = await sendWaiting()
    say(sending)
    return sending
  }
  const flushQuietly = (): void => void flush().catch(() => undefined)

  /** Nothing is sealed to a key that is gone. */
  const isTooOld = (): boolean => {
    if (today() <= key.until) return false
    for (const part of [turnOver, survey, intro]) if (part) part.hidden = true
    const line = document.getElementById("waiting")
    if (line) [line.textContent, line.hidden] = [classWords.tooOld, false]
    return true
  }
  const next = async (begin: () => void): Promise<void> => {
    // A key of an earlier day ends sooner: the page comes again with that of today.
    if (today() > key.day && (await isReachable())) return location.reload()
    if (turnOver) turnOver.hidden = true
    if (!isTooOld()) begin()
  }

  addEventListener("online", flushQuietly)
  setInterval(flushQuietly, betweenTries)
  flushQuietly()
  isTooOld()
  void keepPages(form).catch(() => undefined)

  return {
    send: async (response) => {
      try {
        await keepWaiting(await sealSurvey(response, key))
      } catch {
        // A browser that cannot seal or keep sends at once, as everywhere else.
        outcome = classWords.sent
        return send(response)
      }
      outcome = classWords.kept
      // A network that hangs would leave the count of before.
      await allWaiting().then(
        (waiting) => say({ waiting, lost: {} }),
        () => undefined,
      )
      const late = new Promise<undefined>((resolve) => setTimeout(resolve, longestWait))
      const sending = await Promise.race([flush().catch(() => undefined), late])
      if (sending?.waiting.every(({ token }) => token !== response.token))
        outcome = Object.keys(sending.lost).length > 0 ? classWords.stopped : classWords.sent
      return "sent"
    },
    ended: (how, begin) => {
      const said = document.getElementById("outcome")
      if (said) said.textContent = how === "finished" ? outcome : classWords.stopped
      const pass = turnOver?.querySelector("form")
      if (how === "away" || !turnOver || !pass) return void next(begin)
      pass.onsubmit = (event) => {
        event.preventDefault()
        void next(begin)
      }
      turnOver.hidden = false
      scrollTo(0, 0)
      turnOver.querySelector("h1")?.focus()
    },
  }
}
