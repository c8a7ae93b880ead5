/** Cleans the words of a child as a page is read: every line break becomes "\n", and no invisible control character stays. */

/** Windows, old Mac, slides (vertical tab), form feed, NEL, and the two of Unicode. */
const lineBreak = /\r\n?|[\v\f\u0085\u2028\u2029]/g

/** Also halves of a character, which no text can store. */
const invisible = /(?![\n\t])\p{Cc}|\p{Cs}/gu

/** The server accepts no other control characters, and a child cannot see them to rub them out. */
export const cleanWords = (text: string): string => text.replace(lineBreak, "\n").replace(invisible, "").trim()
