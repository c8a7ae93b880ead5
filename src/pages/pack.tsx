/** Renders one pack: to read on a screen, and to print on A4. */
import { For, Show } from "solid-js"
import type { Mode } from "../../policy/data/mode.ts"
import type { PackFacts } from "./packs/facts.ts"
import type { Pack, PackPart } from "./packs/pack.ts"
import { packs } from "./packs/packs.ts"
import { sitePage } from "./site-page.tsx"

const Table = (props: { readonly rows: readonly (readonly string[])[] }) => (
  <table class="plan">
    <thead>
      <tr>
        <For each={props.rows[0]}>{(cell) => <th scope="col">{cell}</th>}</For>
      </tr>
    </thead>
    <tbody>
      <For each={props.rows.slice(1)}>
        {([first, ...rest]) => (
          <tr>
            <th scope="row">{first}</th>
            <For each={rest}>{(cell) => <td>{cell}</td>}</For>
          </tr>
        )}
      </For>
    </tbody>
  </table>
)

const Part = (props: { readonly part: PackPart }) => {
  const { heading, lines = [], list = [], steps = [], aloud = [], table } = props.part
  return (
    <section>
      <h2>{heading}</h2>
      <For each={lines}>{(line) => <p class="line">{line}</p>}</For>
      <Show when={aloud.length > 0}>
        <blockquote class="aloud">
          <For each={aloud}>{(line) => <p>{line}</p>}</For>
        </blockquote>
      </Show>
      <Show when={list.length > 0}>
        <ul class="asked">
          <For each={list}>{(line) => <li>{line}</li>}</For>
        </ul>
      </Show>
      <Show when={steps.length > 0}>
        <ol class="asked">
          <For each={steps}>{(line) => <li>{line}</li>}</For>
        </ol>
      </Show>
      <Show when={table}>{(rows) => <Table rows={rows()} />}</Show>
    </section>
  )
}

/** The way to every pack, or to the others. */
export const PackList = (props: { readonly but?: Pack }) => (
  <ul class="packs">
    <For each={packs.filter((each) => each !== props.but)}>
      {({ slug, title }) => (
        <li>
          <a href={`/schools/${slug}`}>{title}</a>
        </li>
      )}
    </For>
  </ul>
)

export const packPage = (pack: Pack, facts: PackFacts, mode: Mode): string =>
  sitePage({
    title: pack.title,
    mode,
    look: "plain pack",
    content: () => (
      <>
        <div class="bubble">
          <h1>{pack.title}</h1>
          <p>{pack.lead}</p>
        </div>
        <For each={pack.parts(facts)}>{(part) => <Part part={part} />}</For>
        <nav class="more" aria-label="Other pages for schools and settings">
          <h2>More for schools and settings</h2>
          <PackList but={pack} />
        </nav>
        <p class="printed">
          The Big Ask, {facts.controller}: {facts.origin}/schools/{pack.slug}
        </p>
      </>
    ),
  })
