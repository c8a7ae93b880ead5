/** Shows the clip in sign language of a page, where there is one. */
import { clipName } from "../../surveys/recording-name.ts"
import { listenWords } from "../components/words.ts"

/** `page` names the question of the page; without one no clip is shown. */
export const showClip = (root: HTMLElement, form: string, page: string | undefined): void => {
  root.parentElement?.querySelector(":scope > .signed")?.remove()
  const address = page && `${clipName(form, page)}.mp4`
  if (!address || !root.dataset["clips"]?.split(" ").includes(address)) return
  const clip = document.createElement("details")
  clip.className = "listen signed"
  const summary = document.createElement("summary")
  summary.textContent = listenWords.signLanguage
  const video = document.createElement("video")
  video.controls = true
  video.preload = "none"
  video.src = `/voice/${address}`
  clip.append(summary, video)
  root.before(clip)
}
