/** A page that says nothing of the survey: what a child shows who hides the page. */
import { For } from "solid-js"
import { NoHydration, renderToString } from "solid-js/web"
import { pageStyle } from "../style/style.ts"
import { documentHtml } from "./document.tsx"

const numbers = Array.from({ length: 12 }, (_, index) => index + 1)
const tables = numbers.slice(0, 6)

const Table = () => (
  <table class="times">
    <thead>
      <tr>
        <th scope="col">×</th>
        <For each={tables}>{(table) => <th scope="col">{table}</th>}</For>
      </tr>
    </thead>
    <tbody>
      <For each={numbers}>
        {(number) => (
          <tr>
            <th scope="row">{number}</th>
            <For each={tables}>{(table) => <td>{number * table}</td>}</For>
          </tr>
        )}
      </For>
    </tbody>
  </table>
)

export const timesTablesPage = (): string =>
  documentHtml({
    title: "Times tables",
    look: "plain",
    style: pageStyle,
    body: renderToString(() => (
      <NoHydration>
        <main>
          <h1>Times tables</h1>
          <Table />
        </main>
      </NoHydration>
    )),
  })
