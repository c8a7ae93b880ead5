/** One page of a survey: the privacy information before question 1, then one view at a time. */
import { Show } from "solid-js"
import { NoHydration, renderToString } from "solid-js/web"
import type { Form } from "../../policy/data/form.ts"
import type { Mode } from "../../policy/data/mode.ts"
import type { WaitingKey } from "../../policy/data/waiting-survey.ts"
import type { DisplayForm } from "../../surveys/display-form.ts"
import { clipName, recordingName } from "../../surveys/recording-name.ts"
import { type Band, bandOf, classesOf } from "../components/band.ts"
import { ClassNotice, ClassParts } from "../components/class-parts.tsx"
import { Listen, type Recorded, Signed } from "../components/listen.tsx"
import { LayeredNotice } from "../components/notice.tsx"
import { OnePerson } from "../components/people.tsx"
import { Shell } from "../components/shell.tsx"
import { Survey } from "../components/survey.tsx"
import { formId } from "../components/survey-form.tsx"
import { titleOf } from "../components/title.ts"
import { canStop, type View } from "../components/view.ts"
import { surveyStyle } from "../style/style.ts"
import { noticeLines, viewLines } from "../voice/page-lines.ts"
import { clipPages, startPage } from "../voice/texts.ts"
import { documentHtml } from "./document.tsx"

export interface SurveyPage {
  readonly form: Form
  readonly display: DisplayForm
  readonly view: View
  readonly mode: Mode
  /** The address of the survey's script; without it the page works all the same. */
  readonly script?: string
  /** For class mode: surveys are sealed on the device to this key. */
  readonly waitingKey?: WaitingKey
  /** Whether there is a recording at an address. */
  readonly recorded?: Recorded
}

/** Only the start is taken over by the script: later pages of a script-less journey hold sealed answers. */
const island = (display: DisplayForm, view: View): string =>
  view.at === "start"
    ? renderToString(() => <Survey form={display} view={view} />)
    : renderToString(() => (
        <NoHydration>
          <Survey form={display} view={view} />
        </NoHydration>
      ))

interface IntroProps {
  readonly form: Form
  readonly band: Band
  readonly inClass: boolean
  readonly recorded: Recorded
}

const Intro = (props: IntroProps) => {
  const { child, parent } = props.form.privacy
  const pictured = props.band.large
  return (
    <div id="intro">
      <div class="welcome">
        <div class="bubble">
          <h1 class="ask">{props.form.title}</h1>
        </div>
        <Show when={!props.band.easy}>
          <OnePerson hue={props.band.hue} />
        </Show>
      </div>
      <Show when={parent}>
        {(notice) => (
          <section class="reader">
            <h2>{notice().title}</h2>
            <LayeredNotice notice={notice()} pictured={false} />
          </section>
        )}
      </Show>
      <section class="reader">
        <Signed recorded={props.recorded} form={props.form.id} page={startPage} />
        <h2 class={parent ? undefined : "unseen"}>{child.title}</h2>
        <button type="button" class="read">
          Read to me
        </button>
        <Listen recorded={props.recorded} lines={noticeLines(child)} />
        <LayeredNotice notice={child} pictured={pictured} />
        <Show when={props.inClass}>
          <ClassNotice />
        </Show>
      </section>
    </div>
  )
}

/** Addresses of the clips that there are, for the script. */
const clipsOf = (form: Form, recorded: Recorded): string =>
  clipPages(form)
    .map(([page]) => `${clipName(form.id, page)}.mp4`)
    .filter(recorded)
    .join(" ")

/** Whether there is anything to hear on the way, for the script. */
const isVoiced = (form: Form, recorded: Recorded): boolean =>
  noticeLines(form.privacy.child).some((line) => recorded(`${recordingName(line)}.mp3`))

export const surveyPage = ({
  form,
  display,
  view,
  mode,
  script,
  waitingKey,
  recorded = () => false,
}: SurveyPage): string => {
  const band = bandOf[form.id]
  const survey = island(display, view)
  const body = renderToString(() => (
    <NoHydration>
      <Shell mode={mode} answering stopping={canStop(view)} grownUps={form.privacy.parent !== undefined}>
        <Show when={view.at === "start"}>
          <Intro form={form} band={band} inClass={waitingKey !== undefined} recorded={recorded} />
        </Show>
        <Show when={view.at === "question" && view}>
          {(shown) => <Signed recorded={recorded} form={form.id} page={shown().stop.questions[0]?.ask ?? ""} />}
        </Show>
        <Listen recorded={recorded} lines={viewLines(view)} />
        <div
          id="survey"
          data-clips={(view.at === "start" && clipsOf(form, recorded)) || undefined}
          innerHTML={survey}
        />
        <Show when={waitingKey}>
          <ClassParts />
        </Show>
        <Show when={view.at === "start" && view.sealed}>
          {(sealed) => <input type="hidden" name="sealed" value={sealed()} form={formId} />}
        </Show>
      </Shell>
    </NoHydration>
  ))
  return documentHtml({
    title: titleOf(display, view),
    look: `${classesOf(band)} answering${isVoiced(form, recorded) ? " voiced" : ""}`,
    style: surveyStyle,
    body,
    script,
    data: [
      ...(view.at === "start" ? [{ id: "form", value: display }] : []),
      ...(waitingKey ? [{ id: "waiting-key", value: waitingKey }] : []),
    ],
  })
}
