/** The days of which the collection holds a response, each once, for audits: never how many, and never at what time. */
import { Context } from "effect"

export class DaysOfReceipt extends Context.Service<DaysOfReceipt, readonly string[]>()(
  "policy/evidence/DaysOfReceipt",
) {}
