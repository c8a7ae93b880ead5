/** Carries out tamperings of the report's list on an evidence store in PostgreSQL, as its administrator could. */
import { Client } from "pg"
import type { Deployment } from "./deployment.ts"

type Act = (client: Client) => Promise<unknown>

/** Past every trigger, which stays where it is. */
const silently =
  (...statements: readonly string[]): Act =>
  async (client) => {
    for (const statement of ["set session_replication_role = replica", ...statements]) await client.query(statement)
  }

const openly =
  (...statements: readonly string[]): Act =>
  async (client) => {
    for (const statement of statements) await client.query(statement)
  }

const some = (few: number): string => `(select id from kept_response order by id limit ${few})`

const answered = (form: string, change: string): Act =>
  silently(`update kept_response set answers = (${change})::text
    where id = (select id from kept_response where form = '${form}' and answers::jsonb ? 'gender' limit 1)`)

const triggersOf = "select tgname, tgrelid::regclass::text as of from pg_trigger where not tgisinternal"

const dropEveryTrigger: Act = async (client) => {
  const { rows } = await client.query<{ tgname: string; of: string }>(triggersOf)
  for (const { tgname, of } of rows) await client.query(`drop trigger ${tgname} on ${of}`)
}

/** By what the report's list calls it. */
const acts: Readonly<Record<string, Act>> = {
  "a name added to an answer set": answered("13-17", `answers::jsonb || '{"name":"sam"}'`),
  "an option that no form offers": answered("9-12", `(answers::jsonb - 'age') || '{"gender":"spaceship"}'`),
  "an age of 18": answered("13-17", `answers::jsonb || '{"age":"18"}'`),
  "an answer taken out": answered("9-12", "answers::jsonb - 'gender'"),
  "every child's own words deleted": silently("delete from quarantine"),
  "a child's own words put among the released texts": silently(`insert into cleaned_text
    select response, question, words, 1, 'detector', '2027-05-20' from quarantine limit 1`),
  "responses deleted": silently(`delete from kept_response where id in ${some(50)}`),
  "the record of a transfer deleted": silently("delete from transfer_day"),
  "a review put off to 2099": silently("update retention set due_on = '2099-01-01'"),
  "a person taken off the list by SQL": silently(
    "delete from member where person in (select person from member limit 1)",
  ),
  "an entry of the ledger altered": silently("update ledger set kind = 'member-unlisted' where seq = 2"),
  "an entry in the middle of the ledger deleted": silently("delete from ledger where seq = 2"),
  "the ledger cut to its first entry": silently("delete from ledger where seq > 1"),
  "every trigger of both stores dropped": dropEveryTrigger,
  "the trigger that keeps extracts dropped": openly("drop trigger extract_stays_on_record on extract"),
  "a table added": openly("create table visitor (address text)"),
  "the kept responses dropped": openly(
    "drop table kept_response, quarantine, scanned_text, cleaned_text, text_lease, text_review, text_escalation, text_audit",
  ),
}

/** PostgreSQL alone can keep a trigger and not call it. */
const silenced: Readonly<Record<string, Act>> = {
  "the triggers of the ledger switched off": openly("alter table ledger disable trigger user"),
}

export const postgresActs = Object.keys(acts)
export const silencing = Object.keys(silenced)

export const carryOut = async (what: string, { storage }: Deployment): Promise<void> => {
  const client = new Client({ connectionString: storage.evidenceUrl })
  await client.connect()
  try {
    await { ...acts, ...silenced }[what]?.(client)
  } finally {
    await client.end()
  }
}
