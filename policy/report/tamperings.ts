/** Lists what this report was seen to notice: a test carries out each tampering on a real deployment, and holds this list true. */
import type { RuleId } from "../rule-id.ts"

export interface Tampering {
  /** What somebody did to the stores, keys or files of a deployment. */
  readonly what: string
  /** A rule that the report then calls broken. */
  readonly rule: RuleId
  /** Words of the report about it; a date or a name may come before or after them. */
  readonly says: string
}

const tampering = (what: string, rule: RuleId, says: string): Tampering => ({ what, rule, says })

const answers: readonly Tampering[] = [
  tampering(
    "places given to children in secure settings",
    "no-postcode-in-secure-settings",
    "holds a place of a child outside the community settings",
  ),
  tampering(
    "a school given to a child in a secure setting",
    "no-school-in-secure-settings",
    "school has a value for a child outside the community settings",
  ),
  tampering("a name added to an answer set", "no-direct-identifiers", "holds a name"),
  tampering(
    "an e-mail address in place of a choice",
    "no-direct-identifiers",
    "holds what has the shape of an identifier",
  ),
  tampering("a home postcode added to an answer set", "postcode-destroyed-after-matching", "holds a home postcode"),
  tampering(
    "an answer to a question that no form asks",
    "approved-variables-only",
    "holds an answer to what it does not ask",
  ),
  tampering("an option that no form offers", "approved-variables-only", "has a value that it does not offer"),
  tampering("an opt-out replaced by an empty text", "opt-out-on-every-question", "has an opt-out in another form"),
  tampering("an age of 18", "forms-match-the-dpia", "has an age that the form does not offer"),
  tampering(
    "an LSOA that no use is recorded for",
    "postcode-only-for-geography",
    "holds an LSOA, and no use for it is recorded",
  ),
  tampering(
    "quality flags taken off",
    "quality-checked-before-analysis",
    "has other quality flags than its check gives",
  ),
  tampering(
    "a child's own words put among the answers",
    "free-text-cleaned-before-analysis",
    "holds words that should be kept apart",
  ),
  tampering(
    "a child's own words put among the released texts",
    "free-text-cleaned-before-analysis",
    "are not as the ledger records them",
  ),
  tampering(
    "words added to a question that has choices only",
    "free-text-asks-no-personal-data",
    "has words, which it does not ask for",
  ),
  tampering("answers cut in the middle", "quality-checked-before-analysis", "holds answers that cannot be read"),
  tampering("an answer taken out", "quality-checked-before-analysis", "was asked and has no value"),
  tampering("every child's own words deleted", "quality-checked-before-analysis", "are missing"),
]

const counts: readonly Tampering[] = [
  tampering("responses deleted", "quality-checked-before-analysis", "are kept than arrived"),
  tampering("responses copied", "quality-checked-before-analysis", "more responses of"),
  tampering(
    "responses deleted, and the count of their day lowered",
    "quality-checked-before-analysis",
    "the ledger certifies other responses of",
  ),
  tampering("the record of a transfer deleted", "quality-checked-before-analysis", "no transfer brought them"),
  tampering(
    "a sealed response deleted from the collection",
    "responses-are-anonymous-and-final",
    "are gone from the collection, and no transfer took them",
  ),
  tampering("an old copy of the collection put back", "web-server-emptied-at-close", "which was transferred for good"),
]

const decisions: readonly Tampering[] = [
  tampering("a review put off to 2099", "retention-reviewed-after-two-years", "which no decision gave it"),
  tampering(
    "a day's date of review deleted",
    "retention-reviewed-after-two-years",
    "has answers and no date of review",
  ),
  tampering(
    "a day marked as destroyed",
    "retention-reviewed-after-two-years",
    "counts as destroyed, and the ledger has no entry of it",
  ),
  tampering(
    "readers added to the list by SQL",
    "evidence-team-only",
    "people on the list whom no entry of the ledger put there so: 4",
  ),
  tampering(
    "a person taken off the list by SQL",
    "evidence-team-only",
    "people whom the ledger lists, and the list does not: 1",
  ),
  tampering("an extract added by SQL", "processor-extracts-deleted-at-close", "is not as the ledger records it"),
  tampering(
    "the collection marked as closed",
    "web-server-emptied-at-close",
    "counts as closed, and the ledger has no such entry",
  ),
  tampering("a table released by SQL", "outputs-checked", "damage or contradiction found in the releases"),
]

const ledger: readonly Tampering[] = [
  tampering("an entry of the ledger altered", "evidence-team-only", "was altered"),
  tampering("an entry in the middle of the ledger deleted", "evidence-team-only", "is missing or moved"),
  tampering(
    "the ledger cut to its first entry",
    "retention-reviewed-after-two-years",
    "the ledger was cut since its last check",
  ),
  tampering("the whole ledger written again", "web-server-emptied-at-close", "was rewritten since its last check"),
  tampering("the ledger dropped", "evidence-team-only", "the evidence store here is damaged"),
  tampering("the kept head of the ledger garbled", "evidence-team-only", "keys/ledger.head"),
]

const schema: readonly Tampering[] = [
  tampering(
    "every trigger of both stores dropped",
    "responses-are-anonymous-and-final",
    "trigger evidence.kept_response.kept_response_is_final is missing",
  ),
  tampering(
    "the trigger that keeps extracts dropped",
    "processor-extracts-deleted-at-close",
    "trigger evidence.extract.extract_stays_on_record is missing",
  ),
  tampering(
    "a trigger made to do nothing",
    "retention-reviewed-after-two-years",
    "trigger evidence.retention.retention_only_goes_on is altered",
  ),
  tampering(
    "a trigger added that copies answers",
    "no-direct-identifiers",
    "trigger evidence.kept_response.copies is unknown",
  ),
  tampering(
    "the checks taken off the kept responses",
    "no-postcode-in-secure-settings",
    "table evidence.kept_response is altered",
  ),
  tampering(
    "the trigger that ends collection dropped",
    "collection-window",
    "trigger collection.response.response_before_closing is missing",
  ),
  tampering("the kept responses dropped", "quality-checked-before-analysis", "table evidence.kept_response is missing"),
  tampering("a table added", "assets-registered", "is stored, and no asset declares it"),
]

const places: readonly Tampering[] = [
  tampering(
    "the evidence store of another deployment put in place",
    "retention-reviewed-after-two-years",
    "the evidence store here belongs to another deployment",
  ),
  tampering(
    "another evidence store put in place, with its identity",
    "web-server-emptied-at-close",
    "the evidence store knows no transfer of that day",
  ),
  tampering(
    "the collection of another deployment put in place",
    "responses-are-anonymous-and-final",
    "the collection here belongs to another deployment",
  ),
  tampering(
    "the evidence store deleted",
    "quality-checked-before-analysis",
    "the evidence store that belongs to the keys here is missing",
  ),
  tampering("the evidence store overwritten", "quality-checked-before-analysis", "the evidence store here is damaged"),
  tampering(
    "the private key of a transferred day put back",
    "web-server-emptied-at-close",
    "still exists, and the day is transferred for good",
  ),
  tampering(
    "a private key opened to every account",
    "evidence-team-only",
    "may be read or changed by other accounts than its owner",
  ),
  tampering("the private key of today deleted", "web-server-emptied-at-close", "is lost"),
  tampering(
    "a file put next to the stores",
    "assets-registered",
    "the file answers.csv in DATA_DIR belongs to no asset",
  ),
  tampering("the clock put back by a year", "collection-window", "the clock was put back"),
]

export const tamperings: readonly Tampering[] = [...answers, ...counts, ...decisions, ...ledger, ...schema, ...places]
