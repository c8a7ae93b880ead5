/** The codebook as CSV: one line for each value of each variable, which any program of statistics reads. */
import { csvRow } from "../../policy/disclosure/tables/csv.ts"
import type { Entry } from "../../surveys/codebook/codebook.ts"

const columns = [
  ...["variable", "source", "label", "set", "code", "value", "value_label", "missing"],
  ...["forms", "wording", "purpose", "lawful_basis", "definition", "note"],
]

const once = (all: readonly string[]): string => [...new Set(all)].join(" | ")

const line = (fields: readonly string[]): string => `${csvRow(fields)}\r\n`

/** The one line of a variable that has no codes. */
const aNumber = { code: "", key: "", words: "", missing: "" }

/** UTF-8, with the header line first. */
export const codebookCsv = (codebook: readonly Entry[]): string =>
  line(columns) +
  codebook
    .flatMap(({ name, source, label, set = "", values, asked, definition = "", note = "" }) =>
      (values.length === 0 ? [aNumber] : values).map(({ code, key, words, missing = "" }) =>
        line([
          ...[name, source, label, set, `${code}`, key, words, missing],
          once(asked.map(({ form }) => form)),
          once(asked.map(({ wording }) => wording)),
          once(asked.map(({ purpose }) => purpose)),
          once(asked.map(({ basis }) => basis.provision)),
          ...[definition, note],
        ]),
      ),
    )
    .join("")
