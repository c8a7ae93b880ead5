/** The home postcode lives within one request: unwrapped in one function, matched, wiped, and written nowhere. */
import { banded } from "../banded.ts"
import { daysAfter } from "../civil-day.ts"
import { contentBreaches } from "../facts/kept-content.ts"
import type { StoreScan } from "../record/residue-scan.ts"
import { defineRule } from "../rule.ts"
import { broken, judge, notChecked, upheld } from "../verdict.ts"

/** Days after which a scan says nothing of the stores any more. */
const oldestScan = 1

const scopeOf = (stores: readonly StoreScan[], { postcodes, words }: StoreScan): string =>
  `${stores.map(({ store, how }) => `${store} (${how})`).join(", ")}, by the postcodes of ${postcodes === "made up" ? "the rehearsal" : postcodes} and ${words} planted words`

const inFreeText = (stores: readonly StoreScan[]): string => {
  const found = stores.reduce((sum, { freeText }) => sum + freeText, 0)
  return found === 0 ? "" : `; postcodes in free text that a person has yet to clean: ${banded(found)}`
}

export const postcodeDestroyedAfterMatching = defineRule({
  id: "postcode-destroyed-after-matching",
  statement: "The home postcode is destroyed as soon as it is matched: it is never written at all.",
  source: { section: 2, quote: "the home postcode data will be securely destroyed" },
  law: ["UK GDPR Art 5(1)(c)", "UK GDPR Art 5(1)(e)"],
  enforcedBy: ["types", "runtime", "test"],
  enforcedAt: ["db/geography/match.ts#match", "db/evidence/kept-response.ts#keptResponse"],
  audit: ({ columns, content, residueScan, places, today }) =>
    judge({ columns, content, today }, ({ columns, content, today }) => {
      const rooms = columns.filter(({ column }) => /post_?code/i.test(column))
      if (rooms.length > 0)
        return broken(
          rooms.map(({ store, table, column }) => `${store}.${table}.${column} has room for one`).join("; "),
        )
      const kept = contentBreaches(content, "postcode-destroyed-after-matching")
      if (kept.length > 0) return broken(kept.join("; "))
      const noRoom = "no column of the stores has room for one"
      if ("unseen" in residueScan)
        return residueScan.isFault
          ? broken(residueScan.unseen)
          : notChecked(`${noRoom}; ${residueScan.unseen}`, residueScan.defect)
      const { on, traces, stores } = residueScan.seen
      if (traces > 0) return broken(`the scan of ${on} found what should be nowhere: ask -- scan says where`)
      if (on < daysAfter(today, -oldestScan))
        return notChecked(`${noRoom}; the latest scan was made on ${on}: scan again`)
      const [first] = stores
      if (first === undefined) return notChecked(`${noRoom}; an earlier version made the scan of ${on}: scan again`)
      if (stores.some(({ unread }) => unread > 0))
        return notChecked(`${noRoom}; the scan of ${on} could not read every file: scan again`)
      const counts =
        "unseen" in places ? "" : `; postcodes matched: ${places.seen.matched}, not matched: ${places.seen.unmatched}`
      return upheld(
        `${noRoom}; the scan of ${on} found none in ${scopeOf(stores, first)}${inFreeText(stores)}${counts}`,
      )
    }),
})
