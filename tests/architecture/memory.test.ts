/** Holds what the web process may remember and where a request's content may go: each holder and each sink is on a list. */
import { describe, expect, test } from "vitest"
import { code, offences, uncommented } from "../support/sources.ts"

/** The files that a request's answers pass, up to their sealing. */
const onTheWay =
  /^(?:src\/(?:server|routes|pages|components)\/|surveys\/(?!sampling|variables|authoring)|policy\/(?:response|data|window|civil-day)|db\/(?:geography\/(?:match|lookup|in-use|search|correct|made-up|imported|parse|register)|collection\/(?:seal|row-key|suite)|complaints\/(?:reference|padding|seal-complaint|letter)))/

/** Something to fill later, or to change: it may live longer than a request. */
const holder =
  /(?:^|\s)(?:let|const) (?:\[?(\w+)\]?)[^=\n]*=\s*(?:.*\bnew (?:Weak)?(?:Map|Set|Ref)\b(?:<[^()]*>+)?\(\)|.*\bnew TokenSet\(\)|\[\]|\{\})|^\s*let (\w+)/gm

/** Reviewed: each ends with its request, holds nothing of an answer, or is described in SECURITY.md. */
const holders: Readonly<Record<string, readonly string[]>> = {
  // Keys, the date, forms, places and rendered pages: the same for everybody.
  "db/collection/row-key.ts": ["importedKeys", "exporterInput", "key"],
  "db/geography/imported.ts": ["low", "high"],
  "db/geography/register-index.ts": ["outward", "postcodes"],
  "db/geography/search.ts": ["byWord", "isFound", "best", "points"],
  "policy/civil-day.ts": ["known"],
  "policy/response/decoder.ts": ["decoders"],
  "src/server/channel.ts": ["keys", "closing", "readyUntil", "lastGroup", "lastRequest"],
  "src/server/released.ts": ["cache"],
  "src/server/survey-page-cache.ts": ["displayForms", "rendered", "starts"],
  "src/server/web.ts": ["draining"],
  // Within one request.
  "db/collection/suite.ts": ["blocks"],
  "db/geography/correct-postcode.ts": ["read", "known"],
  "policy/response/admit.ts": ["answers", "postcode"],
  "policy/response/quick-reader.ts": ["found", "others"],
  "policy/response/stored-value.ts": ["given"],
  "src/server/gzip-parts.ts": ["blocks"],
  "src/server/request-body.ts": ["held", "readings", "chunks"],
  "src/server/send.ts": ["stored"],
  "src/server/sockets.ts": ["quiet", "exchanges", "allUnsent", "excess"],
  "src/server/token-set.ts": ["place"],
  "src/server/turns.ts": ["isPlanned", "hasEnded"],
  // Until the writer has answered.
  "src/server/sealing-queue.ts": ["waiting", "gathered", "timer", "underway"],
  // Classes of errors, times, tokens, and senders by a hash that changes hourly: never an answer.
  "src/server/last-resort.ts": ["logged"],
  "src/server/senders/admission.ts": ["held"],
  "src/server/senders/client-address.ts": ["known"],
  "src/server/senders/senders.ts": ["secret", "until", "counts"],
  "src/server/senders/slow-lane.ts": ["lanes", "droppedAt", "lane"],
  "src/server/spent-tokens.ts": ["recent", "hours", "size", "tokens"],
  "src/server/storing-times.ts": ["times", "next"],
}

const passed = code.filter(({ file }) => onTheWay.test(file))

describe("memory", { tags: ["responses-are-anonymous-and-final", "no-direct-identifiers"] }, () => {
  test("nothing on the way of an answer remembers, except the holders on the list", () => {
    expect(passed.length).toBeGreaterThan(80)
    const unlisted = offences(passed, ({ file, text }) =>
      [...uncommented(text).matchAll(holder)]
        .map(([, filled, changed]) => filled ?? changed ?? "")
        .filter((name) => !holders[file]?.includes(name)),
    )
    expect(unlisted).toEqual([])
  })

  test("a holder is found however it is written", () => {
    const written = [
      "const seen = new Map<string, number>()",
      "export const seen: Set<string> = new Set()",
      "  const counts = held.get(key) ?? new Map<string, Map<string, number>>()",
      "let last = 0",
      "const answers: string[] = []",
      "const counts: Record<string, number> = {}",
    ]
    expect(written.filter((text) => [...text.matchAll(holder)].length === 0)).toEqual([])
  })

  /** Other ways in which a process is heard or looked at than its replies. */
  const sinks =
    /\bprocess\.(?:title|emitWarning|emit|argv|stdout|stderr|report|_rawDebug)\b|\bconsole\b(?!")|\bdiagnostics_channel\b|\bperformance\.(?:mark|measure)\b|\bMetric\b|\bEffect\.(?:log|annotate|withSpan)|\bcause:/

  test("no answer goes to a title, a warning, a metric or the cause of an error", () => {
    const speaking = offences(passed, ({ text }) => [
      ...[...uncommented(text).matchAll(new RegExp(sinks, "g"))].map(([found]) => found),
    ])
    // The first carries a refusal, which repeats nothing that was sent.
    expect(speaking).toEqual(["src/server/trpc.ts: cause:"])
  })
})
