/** The privacy information of every form, each in the words of its band, opened one at a time. */
import { For, Show } from "solid-js"
import type { Form } from "../../policy/data/form.ts"
import { bandOf } from "../components/band.ts"
import { Notice } from "../components/notice.tsx"

export const formName = (form: Form): string => {
  const { easy, ages } = bandOf[form.id]
  return `${easy ? "Easy read, ages" : "Ages"} ${ages}`
}

export const BandNotices = (props: { readonly forms: readonly Form[] }) => (
  <For each={props.forms}>
    {(form) => (
      <details class={bandOf[form.id].hue}>
        <summary>{formName(form)}</summary>
        <Show when={form.privacy.parent}>
          {(notice) => (
            <>
              <h3>{notice().title}</h3>
              <Notice notice={notice()} pictured={false} inner />
            </>
          )}
        </Show>
        <h3>{form.privacy.child.title}</h3>
        <Notice notice={form.privacy.child} pictured={bandOf[form.id].easy || form.id === "4-5"} inner />
      </details>
    )}
  </For>
)
