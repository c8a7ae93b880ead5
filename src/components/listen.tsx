/** Players for the recorded lines of a page and its clip in sign language, without script; where nothing is recorded, nothing is shown. */
import { For, Show } from "solid-js"
import { clipName, recordingName } from "../../surveys/recording-name.ts"
import { listenWords } from "./words.ts"

/** Whether there is a recording at this address. */
export type Recorded = (address: string) => boolean

interface ListenProps {
  readonly recorded: Recorded
  readonly lines: readonly string[]
}

/** Nothing loads before it is played. */
export const Listen = (props: ListenProps) => {
  const lines = [...new Set(props.lines)].flatMap((line) => {
    const address = `${recordingName(line)}.mp3`
    return props.recorded(address) ? [{ line, address }] : []
  })
  return (
    <Show when={lines.length > 0}>
      <details class="listen">
        <summary>{listenWords.listen}</summary>
        <ul>
          <For each={lines}>
            {({ line, address }) => (
              <li>
                <span>{line}</span>
                {/* biome-ignore lint/a11y/useMediaCaption: the words are next to it. */}
                <audio controls preload="none" src={`/voice/${address}`} aria-label={line} />
              </li>
            )}
          </For>
        </ul>
      </details>
    </Show>
  )
}

interface SignedProps {
  readonly recorded: Recorded
  readonly form: string
  readonly page: string
}

export const Signed = (props: SignedProps) => {
  const address = `${clipName(props.form, props.page)}.mp4`
  return (
    <Show when={props.recorded(address)}>
      <details class="listen signed">
        <summary>{listenWords.signLanguage}</summary>
        {/* biome-ignore lint/a11y/useMediaCaption: a signer signs the words of the page, which are next to it. */}
        <video controls preload="none" src={`/voice/${address}`} />
      </details>
    </Show>
  )
}
