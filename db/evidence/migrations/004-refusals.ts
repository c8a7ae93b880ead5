/** Lists what an answer may never be, and what may never be done to one, in the SQL of each database. */
import { quoted } from "./checks.ts"
import type { Refusal } from "./refusing.ts"

const flags = ["outside-england", "place-not-checkable", "age-not-of-the-band", "nothing-said", "one-answer-throughout"]

/** Every value in the answers is a key or a code, without spaces. A blank is stored as not answered. */
const conditions = {
  sqlite: {
    unknown: `exists (select 1 from json_each(new.answers) as given
      where not exists (select 1 from known_question where form = new.form and question = given.key))`,
    worded: `exists (select 1 from json_tree(new.answers) as held where held.type not in ('object', 'array', 'text')
      or (held.type = 'text' and (octet_length(held.value) not between 1 and 40 or held.value glob '*[^A-Za-z0-9-]*')))`,
    doubtful: `exists (select 1 from json_each(new.flags) as held where held.value not in (${quoted(flags)}))`,
  },
  postgres: {
    unknown: `exists (select 1 from json_object_keys(new.answers::json) as given (key)
      where not exists (select 1 from known_question where form = new.form and question = given.key))`,
    worded: `exists (select 1 from jsonb_path_query(new.answers::jsonb, 'strict $.**') as held (value)
      where jsonb_typeof(held.value) not in ('object', 'array', 'string')
      or (jsonb_typeof(held.value) = 'string' and held.value #>> '{}' !~ '^[A-Za-z0-9-]{1,40}$'))`,
    doubtful: `exists (select 1 from json_array_elements_text(new.flags::json) as held (value)
      where held.value not in (${quoted(flags)}))`,
  },
}

const steps = `(old.state = 'arriving' and new.state = 'arriving' and new.responses > old.responses)
  or (new.responses = old.responses and new.digest = old.digest
    and ((old.state = 'arriving' and new.state = 'verified') or (old.state = 'verified' and new.state = 'complete')))`

export const responseRefusals = (dialect: "sqlite" | "postgres"): readonly Refusal[] => {
  const { unknown, worded, doubtful } = conditions[dialect]
  const response = { table: "kept_response", on: "insert" } as const
  return [
    {
      ...response,
      name: "kept_response_is_kept_once",
      when: "exists (select 1 from kept_response where id = new.id)",
      says: "a response is kept once",
    },
    { ...response, name: "kept_response_answers_its_form", when: unknown, says: "a form has no such question" },
    { ...response, name: "kept_response_has_no_words", when: worded, says: "words of the child are kept apart" },
    { ...response, name: "kept_response_has_known_flags", when: doubtful, says: "there is no such flag" },
    { name: "kept_response_is_final", table: "kept_response", on: "update", says: "an answer is final" },
    {
      name: "kept_response_has_its_two_years",
      table: "kept_response",
      on: "delete",
      when: "exists (select 1 from retention where given_on = old.day and state = 'active')",
      says: "an answer has its two years",
    },
    { name: "words_are_final", table: "quarantine", on: "update", says: "words are cleaned, never changed" },
    {
      name: "words_are_kept_once",
      table: "quarantine",
      on: "insert",
      when: "exists (select 1 from quarantine where response = new.response and question = new.question)",
      says: "words are kept once",
    },
    {
      name: "transfer_begins_empty",
      table: "transfer_day",
      on: "insert",
      when: "new.state <> 'arriving' or new.responses <> 0 or exists (select 1 from transfer_day where day = new.day)",
      says: "the transfer of a day begins once, with nothing",
    },
    {
      name: "transfer_only_goes_on",
      table: "transfer_day",
      on: "update",
      when: `new.day <> old.day or not (${steps})`,
      says: "a transfer does not go back",
    },
    { name: "transfer_stays_on_record", table: "transfer_day", on: "delete", says: "a transfer stays on record" },
    {
      name: "transferred_once",
      table: "transferred",
      on: "insert",
      when: "exists (select 1 from transferred where digest = new.digest)",
      says: "a sealed response is transferred once",
    },
    { name: "transferred_is_final", table: "transferred", on: "update", says: "a transfer does not go back" },
    {
      name: "transferred_until_complete",
      table: "transferred",
      on: "delete",
      when: "not exists (select 1 from transfer_day where day = old.day and state = 'complete')",
      says: "a transfer does not go back",
    },
  ]
}
