/** Lists the steps that a text may not take between quarantine and release, in SQL that both databases read. */
import type { Refusal } from "./refusing.ts"

const sameText = (table: string, row: "new" | "old"): string =>
  `select 1 from ${table} as other where other.response = ${row}.response and other.question = ${row}.question`

/** A day's own two years have passed, or nobody can say so. */
const isRetained = `exists (select 1 from kept_response, retention
  where kept_response.id = old.response and retention.given_on = kept_response.day and retention.state = 'active')`

const isSame = "new.response = old.response and new.question = old.question"

const scannedAgain = `(new.detector > old.detector and new.state in ('clean', 'held'))
  or (new.detector > old.detector and new.state = 'reviewed' and old.state = 'reviewed' and new.cleaned = old.cleaned)`

const sameScan = `new.detector = old.detector and new.risk = old.risk and new.because = old.because
  and new.concerns = old.concerns`

/** A person cleans it, takes that back, or wants a clean one to be read. */
const reviewed = `(${sameScan} and ((old.state = 'held' and new.state = 'reviewed') or (old.state = 'reviewed' and new.state = 'held')))`

const wanted = `(new.detector = old.detector and old.state = 'clean' and new.state = 'held')`

export const textRefusals: readonly Refusal[] = [
  {
    name: "scan_begins_clean_or_held",
    table: "scanned_text",
    on: "insert",
    when: "new.state = 'reviewed'",
    says: "a text is scanned before a person reviews it",
  },
  {
    name: "scan_only_goes_on",
    table: "scanned_text",
    on: "update",
    when: `not (${isSame}) or not (${scannedAgain} or ${reviewed} or ${wanted})`,
    says: "a text takes no such step",
  },
  {
    name: "scan_stays_with_its_words",
    table: "scanned_text",
    on: "delete",
    when: `exists (${sameText("quarantine", "old")})`,
    says: "a scan stays with its words",
  },
  {
    name: "words_stay_until_released",
    table: "quarantine",
    on: "delete",
    when: `${isRetained} and not exists (${sameText("cleaned_text", "old")})`,
    says: "words are kept until their text is released",
  },
  {
    name: "words_are_not_kept_again",
    table: "quarantine",
    on: "insert",
    when: `exists (${sameText("cleaned_text", "new")} and other.words <> new.words)`,
    says: "the words of a released text are destroyed",
  },
  {
    name: "text_is_released_as_cleaned",
    table: "cleaned_text",
    on: "insert",
    when: `not exists (${sameText("scanned_text", "new")} and other.cleaned = new.words and other.detector = new.detector
      and ((other.state = 'clean' and new.cleaned_by = 'detector') or (other.state = 'reviewed' and new.cleaned_by = 'review')))`,
    says: "a text is released as it was cleaned",
  },
  {
    name: "text_is_released_of_a_complete_day",
    table: "cleaned_text",
    on: "insert",
    when: `not exists (select 1 from kept_response, transfer_day where kept_response.id = new.response
      and transfer_day.day = kept_response.day and transfer_day.state = 'complete')`,
    says: "a text is released once its day is transferred",
  },
  {
    name: "released_text_is_final",
    table: "cleaned_text",
    on: "update",
    when: `not (${isSame}) or new.words <> old.words or new.cleaned_by <> old.cleaned_by
      or new.released_on <> old.released_on or new.detector <= old.detector`,
    says: "a released text is final",
  },
  {
    name: "released_text_is_recalled_whole",
    table: "cleaned_text",
    on: "delete",
    when: `${isRetained} and not exists (${sameText("quarantine", "old")} and other.words = old.words)`,
    says: "a released text goes back to quarantine, or stays",
  },
]
