/** Names the version of the DPIA that the rules are built from, and finds quotations in a copy of it. */
import { headings, type Section } from "./section.ts"

/** The document has no number and no date of its own (F40): the SHA-256 of its text is its version. */
export const dpiaVersion = "e11d76fc01cd67c171f8a78f952786cadb56935421991d6967b3ec7da8bd004a"

/** Says of a section and a quotation whether the section contains it word for word. */
export const quoteFinder = (text: string): ((section: Section, quote: string) => boolean) => {
  const document = words(text)
  return (section, quote) => textOf(section, document).includes(words(quote))
}

/** Drops `<u>`, with which the document underlines, once in the middle of a promise (C071). */
const words = (text: string): string =>
  text
    .replace(/<\/?u>/g, "")
    .replace(/\s+/g, " ")
    .trim()

/** The DPIA makes six promises in two sections, and each must be found in its own. A missing heading widens the search. */
const textOf = (section: Section, document: string): string => {
  const [own, next] = headings.slice(section - 1, section + 1)
  const start = own === undefined ? 0 : Math.max(0, document.lastIndexOf(own))
  const end = next === undefined ? -1 : document.indexOf(next, start)
  return end === -1 ? document.slice(start) : document.slice(start, end)
}
