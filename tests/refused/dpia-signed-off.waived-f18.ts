/** Refuses a waiver of the appropriate policy document, which the law does not allow (F18). */
import { PersonId } from "../../policy/capability/member.ts"
import { draftWaiver } from "../../policy/deployment/declare.ts"

const person = PersonId.make("0123456789abcdef")

export const waiver = draftWaiver({
  finding: "F18",
  reason: "The document is being written.",
  owner: person,
  askedBy: person,
  until: "2027-02-11",
})
