/** The two style sheets, each inlined whole so that no page waits for one, with the hashes that let them through. */
import { createHash } from "node:crypto"
import base from "./base.css?inline"
import pages from "./pages.css?inline"
import survey from "./survey.css?inline"
import tokens from "./tokens.css?inline"

/** For the pages of a survey. */
export const surveyStyle = [tokens, base, survey].join("\n")

/** For every other page. */
export const pageStyle = [tokens, base, pages].join("\n")

const hash = (style: string): string => `'sha256-${createHash("sha256").update(style).digest("base64")}'`

export const styleHashes: readonly string[] = [surveyStyle, pageStyle].map(hash)
