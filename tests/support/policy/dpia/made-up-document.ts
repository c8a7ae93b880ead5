/** A document of our own that makes every promise of the DPIA, so that tests run where the DPIA is absent. */
import { commitments } from "../../../../policy/dpia/commitments/commitments.ts"
import { headings } from "../../../../policy/dpia/document/section.ts"

export const madeUpDocument = headings
  .map((heading, index) => {
    const promises = commitments.filter(({ section }) => section === index + 1)
    return `${heading}\n\n${promises.map(({ quote }) => `Here it promises: ${quote}.`).join("\n")}\n`
  })
  .join("\n")
