/** The codebook as one page for a person: a list of all variables, then each with its question, codes and definition. */
import { html, Markup } from "../../policy/report/markup.ts"
import type { Asked, Entry, Value } from "../../surveys/codebook/codebook.ts"

const style = `
:root{color-scheme:light dark;--line:#7b6f97;--wash:#f3eefa}
@media(prefers-color-scheme:dark){:root{--wash:#221a33}}
body{font:1rem/1.5 system-ui,sans-serif;max-width:62rem;margin:0 auto;padding:1rem;overflow-wrap:anywhere}
h1,h2,h3{line-height:1.25}
h3{margin:2rem 0 .25rem;padding-top:.75rem;border-top:1px solid var(--line)}
table{border-collapse:collapse;width:100%;margin:.5rem 0}
caption{text-align:left;font-weight:600}
th,td{text-align:left;vertical-align:top;padding:.25rem .5rem;border-bottom:1px solid var(--line)}
tr.missing{background:var(--wash)}
code{font-size:.95em}
dl{margin:.5rem 0}dt{font-weight:600}dd{margin:0 0 .5rem}
.list{columns:20rem;padding-left:1.25rem}
@media print{h3{break-after:avoid}table{break-inside:avoid}}`

const valueRow = ({ code, key, words, missing }: Value): Markup =>
  html`<tr class="${missing === undefined ? "answer" : "missing"}"><td>${`${code}`}</td><td>${words}</td><td><code>${key}</code></td><td>${missing ?? ""}</td></tr>`

/** Forms that ask in the same words stand together. */
const wordings = (asked: readonly Asked[]): readonly Markup[] =>
  [...Map.groupBy(asked, ({ wording }) => wording).entries()].map(
    ([wording, same]) => html`<dd>“${wording}” (form ${same.map(({ form }) => form).join(", ")})</dd>`,
  )

const purposes = (asked: readonly Asked[]): readonly Markup[] =>
  [...Map.groupBy(asked, ({ purpose }) => purpose).entries()].map(
    ([purpose, same]) =>
      html`<dd>${purpose} (${[...new Set(same.map(({ basis }) => basis.provision))].join(", ")})</dd>`,
  )

const described = (term: string, words: readonly Markup[]): Markup | undefined =>
  words.length === 0 ? undefined : html`<dt>${term}</dt>${words}`

const said = (words: string | undefined): readonly Markup[] => (words === undefined ? [] : [html`<dd>${words}</dd>`])

const codes = ({ name, values }: Entry): Markup | undefined =>
  values.length === 0
    ? undefined
    : html`<table><caption>Codes of ${name}</caption><thead><tr><th scope="col">Code</th><th scope="col">Meaning</th><th scope="col">As kept</th><th scope="col">Missing</th></tr></thead>
<tbody>${values.map(valueRow)}</tbody></table>`

const variable = (entry: Entry): Markup => {
  const { name, source, label, set, asked, definition, note } = entry
  return html`
<h3 id="${name}"><code>${name}</code> ${label}</h3>
<dl>${described("Question", wordings(asked))}${described("Definition", said(definition))}${described("Note", said(note))}${described("Set of choices", said(set))}${described("Purpose and lawful basis", purposes(asked))}${described("Name in tables", said(source))}</dl>
${codes(entry)}`
}

/** `made` is a civil date. */
export const codebookHtml = (codebook: readonly Entry[], made: string): string =>
  html`<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Codebook of The Big Ask</title><style>${new Markup(style)}</style></head>
<body><h1>Codebook of The Big Ask</h1>
<p>Made on ${made}. ${`${codebook.length}`} variables. A missing value has the same code in every variable, by its reason: an answer that was declined is not a question that was never asked. The children's own words are in no variable. Every figure describes children who chose to answer.</p>
<h2>Variables</h2>
<ul class="list">${codebook.map(({ name, label }) => html`<li><a href="#${name}"><code>${name}</code></a> ${label}</li>`)}</ul>
<h2>Each variable</h2>${codebook.map(variable)}
</body></html>
`.text
