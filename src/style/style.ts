/** The two style sheets, each inlined whole so that no page waits for one, with the hashes that let them through. */
import { createHash } from "node:crypto"
import { paperStyle } from "../paper/paper-style.ts"
import base from "./base.css?inline"
import cards from "./cards.css?inline"
import easyRead from "./easy-read.css?inline"
import forced from "./forced-survey.css?inline"
import listen from "./listen.css?inline"
import notice from "./notice.css?inline"
import pages from "./pages.css?inline"
import rows from "./rows.css?inline"
import survey from "./survey.css?inline"
import tokens from "./tokens.css?inline"
import wide from "./wide-survey.css?inline"
import writing from "./writing.css?inline"

/** For the pages of a survey; what comes later overrules. */
export const surveyStyle = [tokens, base, notice, survey, cards, rows, writing, easyRead, listen, wide, forced].join(
  "\n",
)

/** For every other page. */
export const pageStyle = [tokens, base, notice, pages, listen].join("\n")

const hash = (style: string): string => `'sha256-${createHash("sha256").update(style).digest("base64")}'`

export const styleHashes: readonly string[] = [surveyStyle, pageStyle, paperStyle].map(hash)
