/** The codebook in DDI-Codebook 2.5, the standard of the DDI Alliance that archives and packages of statistics read. */
import { escapeHtml as escaped } from "../../policy/escape-html.ts"
import type { Entry, Value } from "../../surveys/codebook/codebook.ts"

const element = (name: string, content: string, attributes = ""): string => `<${name}${attributes}>${content}</${name}>`

const text = (name: string, words: string | undefined): string =>
  words === undefined || words === "" ? "" : element(name, escaped(words))

/** XML names begin with a letter; every name of a variable does. */
const idOf = (name: string): string => `V_${name}`

const category = ({ code, words, missing }: Value): string =>
  element("catgry", text("catValu", `${code}`) + text("labl", words), missing === undefined ? "" : ' missing="Y"')

/** Elements stand in the order that the schema demands. */
const variable = ({ name, label, values, asked, definition, note, source }: Entry): string => {
  const wordings = [...new Set(asked.map(({ form, wording }) => `${form}: ${wording}`))]
  const purposes = [
    ...new Set(asked.map(({ purpose, basis }) => `Purpose: ${purpose}. Lawful basis: ${basis.provision}.`)),
  ]
  return element(
    "var",
    [
      text("labl", label),
      wordings.length === 0 ? "" : element("qstn", text("qstnLit", wordings.join(" | "))),
      text("txt", definition),
      ...values.map(category),
      element("varFormat", "", ' type="numeric" schema="other"'),
      text("notes", [`In tables: ${source}.`, ...purposes, ...(note === undefined ? [] : [note])].join(" ")),
    ].join("\n"),
    ` ID="${idOf(name)}" name="${name}" ${values.length === 0 ? 'intrvl="contin" wgt="wgt"' : 'intrvl="discrete"'}`,
  )
}

/** All choices of one question. */
const groups = (codebook: readonly Entry[]): string =>
  [
    ...Map.groupBy(
      codebook.filter(({ set }) => set !== undefined),
      ({ set }) => set,
    ).entries(),
  ]
    .map(([set = "", members]) =>
      element(
        "varGrp",
        text("labl", members[0]?.asked[0]?.wording ?? set),
        ` ID="G_${set}" name="${set}" type="multipleResp" var="${members.map(({ name }) => idOf(name)).join(" ")}"`,
      ),
    )
    .join("\n")

const title = "The Big Ask: answers of children in England"

/** `made` is a civil date. */
export const codebookDdi = (codebook: readonly Entry[], made: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<codeBook xmlns="ddi:codebook:2_5" version="2.5">
<docDscr><citation><titlStmt><titl>Codebook of ${title}</titl></titlStmt><prodStmt><prodDate date="${made}">${made}</prodDate></prodStmt></citation></docDscr>
<stdyDscr><citation><titlStmt><titl>${title}</titl></titlStmt></citation></stdyDscr>
<dataDscr>
${groups(codebook)}
${codebook.map(variable).join("\n")}
</dataDscr>
</codeBook>
`
