/** `ask -- dpia verify FILE` says in words whether a document still makes every promise that the code keeps. */
import { readFile } from "node:fs/promises"
import type { Commitment } from "../../policy/dpia/commitment.ts"
import { commitments } from "../../policy/dpia/commitments.ts"
import { dpiaVersion, type Verification, verifyQuotes } from "../../policy/dpia/version.ts"
import { askedPath } from "./asked-path.ts"

/** The exit code: 0 every promise is there, 1 one or more are gone, 2 the document could not be read. */
export const dpiaVerify = async (asked: string): Promise<number> => {
  const file = askedPath(asked)
  const read = await readText(file)
  if ("problem" in read) {
    console.error(`${file} cannot be checked: ${read.problem}.`)
    return 2
  }
  const verification = verifyQuotes(read.text)
  for (const line of inWords(verification)) console.log(line)
  return verification.missing.length === 0 ? 0 : 1
}

const inWords = ({ version, sameVersion, missing }: Verification): ReadonlyArray<string> => {
  const found = `${commitments.length - missing.length} of ${commitments.length} quotes found`
  if (sameVersion) return [`${found}; this is version ${short(version)}.`, ...missing.map(gone)]
  const other = `this is another version (${short(version)}, not ${short(dpiaVersion)}) and must be reviewed`
  return missing.length === 0
    ? [`${found}, but ${other} before the register speaks for it.`]
    : [`${found}; ${other}:`, ...missing.map(gone)]
}

const gone = ({ id, section, rule, quote }: Commitment): string =>
  `${id} (section ${section}, ${rule}): '${quote}' is no longer there`

const short = (version: string): string => `${version.slice(0, 12)}…`

const readText = async (file: string): Promise<{ text: string } | { problem: string }> => {
  try {
    const bytes = await readFile(file)
    return { text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) }
  } catch (cause) {
    return { problem: problems[codeOf(cause)] ?? "it could not be read" }
  }
}

const codeOf = (cause: unknown): string =>
  cause instanceof Error && "code" in cause && typeof cause.code === "string" ? cause.code : ""

const problems: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EISDIR: "it is a folder, not a file",
  EACCES: "this account may not read it",
  ERR_ENCODING_INVALID_ENCODED_DATA: "it is not plain text in UTF-8; save the document as plain text first",
}
