/** Decodes a CSV file as UTF-8, or says why not: in another encoding "café" and "cafè" would become one category. */
import { Result } from "effect"

/** Written by a program for a character that it could not decode. */
const lost = "\ufffd"

const strict = new TextDecoder("utf-8", { fatal: true })

export const decodeCsv = (bytes: Uint8Array): string | { readonly because: string } => {
  const text = Result.try(() => strict.decode(bytes))
  if (Result.isFailure(text)) return { because: "is not UTF-8, so categories could be merged" }
  return text.success.includes(lost)
    ? { because: "has characters that an earlier conversion lost (U+FFFD), so categories may have been merged" }
    : text.success
}
