/** Lists what custody needs of people, for the report's first page: overdue complaints, reviews of retention and extracts that should be gone. */
import type { Day } from "../../policy/civil-day.ts"
import { complaintNotices } from "../../policy/custody/complaint.ts"
import { isOverdue } from "../../policy/custody/extract.ts"
import { noticeSentences, retentionNotices } from "../../policy/custody/retention-notice.ts"
import { seenOr } from "../../policy/facts/fact.ts"
import type { Facts } from "../../policy/facts/facts.ts"
import type { Report } from "../../policy/report/report.ts"

export const custodyNeeds = (
  { retentions, extracts, complaints }: Pick<Facts, "retentions" | "extracts" | "complaints">,
  on: Day,
): Report["needed"] => [
  ...complaintNotices(seenOr(complaints, []), on).map((sentence) => ({
    what: sentence.slice(0, -1),
    who: "the DPO, or a person on the list who looks after complaints",
    by: on,
  })),
  ...noticeSentences(retentionNotices(seenOr(retentions, []), on)).map((sentence) => ({
    what: sentence.slice(0, -1),
    who: "two supervisors, who decide on retention",
    by: on,
  })),
  ...seenOr(extracts, [])
    .filter((extract) => isOverdue(extract, on))
    .map(({ facts }) => ({
      what: `Extract ${facts.id.slice(0, 8)} should have been deleted by ${facts.expiresOn}`,
      who: "the processor, and a supervisor who certifies it",
      by: on,
    })),
]
