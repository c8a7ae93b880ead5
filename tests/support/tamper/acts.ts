/** Carries out each tampering of the report's list on a copy of a real deployment. */
import { appendFileSync, chmodSync, cpSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import type { DatabaseSync } from "node:sqlite"
import { Effect } from "effect"
import { openCollection } from "../../../db/collection/collection.ts"
import { openEvidence } from "../../../db/evidence/evidence.ts"
import { beginning, type LedgerRow, rowAfter } from "../../../policy/record/ledger.ts"
import { collectionFile, evidenceFile } from "../../../src/deployment/storage.ts"
import { newFolder } from "../store.ts"
import { type Deployment, privateKeyOf } from "./deployment.ts"
import { dropTriggers, onFile, rewriteSchema, run, unguarded } from "./raw-store.ts"

export type Act = (deployment: Deployment) => void | Promise<void>

const evidenceOf = ({ storage }: Deployment): string => evidenceFile(storage.dataDir)
const collectionOf = ({ storage }: Deployment): string => collectionFile(storage.dataDir)

const inEvidence =
  (statement: string): Act =>
  (deployment) =>
    run(evidenceOf(deployment), statement)

const inCollection =
  (statement: string): Act =>
  (deployment) =>
    run(collectionOf(deployment), statement)

/** As it is written, with no trigger put back. */
const openly =
  (fileOf: (deployment: Deployment) => string, ...statements: readonly string[]): Act =>
  (deployment) =>
    onFile(fileOf(deployment), (database) => {
      for (const statement of statements) database.exec(statement)
    })

type Answers = Record<string, unknown>

const parsed = (text: unknown): Answers => JSON.parse(String(text))

/** Changes the answers of the first response of a form for which `change` gives others. */
const answered =
  (form: string, change: (answers: Answers) => Answers | undefined): Act =>
  (deployment) =>
    unguarded(evidenceOf(deployment), (database) => {
      for (const { id, answers } of database
        .prepare("select id, answers from kept_response where form = ?")
        .all(form)) {
        const changed = change(parsed(answers))
        if (changed === undefined || !(id instanceof Uint8Array)) continue
        database.prepare("update kept_response set answers = ? where id = ?").run(JSON.stringify(changed), id)
        return
      }
      throw new Error("no response has such an answer")
    })

const secure = "young-offender-institution"

const withSecureSetting = (database: DatabaseSync): void => {
  database.exec(`update kept_response set answers = json_set(answers, '$.setting', '${secure}')
    where place = 'matched' and json_extract(answers, '$.setting') is not null`)
}

const another = async (deployment: Deployment): Promise<string> => {
  const folder = newFolder()
  const open = openEvidence({
    source: {
      dialect: "sqlite",
      file: evidenceFile(folder),
      identity: { file: join(folder, "keys", "evidence.id"), settles: true },
    },
    mode: deployment.storage.mode,
  })
  await Effect.runPromise(Effect.scoped(open))
  return folder
}

const replaceEvidence = (deployment: Deployment, folder: string): void => {
  const file = evidenceOf(deployment)
  for (const end of ["", "-wal", "-shm"]) rmSync(`${file}${end}`, { force: true })
  cpSync(evidenceFile(folder), file)
}

/** The entries again with another day in one of them, every hash made new. */
const rewriteLedger: Act = (deployment) =>
  unguarded(evidenceOf(deployment), (database) => {
    const rows = database.prepare("select * from ledger order by seq").all() as unknown as readonly LedgerRow[]
    database.exec("delete from ledger")
    let head = beginning
    for (const { seq, at, kind, body } of rows) {
      const record = { kind, body: JSON.parse(seq === rows.length ? body.replace("2099-12-31", "2099-12-30") : body) }
      const row = rowAfter(head, at, record as Parameters<typeof rowAfter>[2])
      database
        .prepare("insert into ledger (seq, at, kind, body, prev, hash) values (?, ?, ?, ?, ?, ?)")
        .run(row.seq, row.at, row.kind, row.body, row.prev, row.hash)
      head = { length: row.seq, head: row.hash }
    }
  })

const person = (letter: string): string => letter.repeat(16)

const reader = (letter: string): string =>
  `('${person(letter)}', 'evidence-team', 'the-big-ask', '2021-04-01', '2099-12-31', '2021-04-01', 'security-check', '2099-12-31')`

const someRows = (few: number): string => `(select id from kept_response order by id limit ${few})`

const emailed = ({ gender, ...answers }: Answers): Answers | undefined =>
  gender === undefined ? undefined : { ...answers, gender: "a.child@example.org" }

/** By what the report's list calls it. */
export const acts: Readonly<Record<string, Act>> = {
  "places given to children in secure settings": (at) => unguarded(evidenceOf(at), withSecureSetting),
  "a school given to a child in a secure setting": (at) => unguarded(evidenceOf(at), withSecureSetting),
  "a name added to an answer set": answered("13-17", (answers) => ({ ...answers, name: "sam" })),
  "an e-mail address in place of a choice": answered("13-17", emailed),
  "a home postcode added to an answer set": answered("13-17", (all) => ({ ...all, "home-postcode": "ZZ1 1AB" })),
  "an answer to a question that no form asks": answered("9-12", (answers) => ({ ...answers, religion: "any" })),
  "an option that no form offers": answered("9-12", ({ age: _, ...answers }) => ({ ...answers, gender: "spaceship" })),
  "an opt-out replaced by an empty text": answered("9-12", (answers) => ({ ...answers, gender: "" })),
  "an age of 18": answered("13-17", (answers) => ({ ...answers, age: "18" })),
  "an LSOA that no use is recorded for": inEvidence(
    "update kept_response set lsoa = 'E01000001' where imd_decile is not null",
  ),
  "quality flags taken off": inEvidence("update kept_response set flags = '[]'"),
  "a child's own words put among the answers": answered("13-17", (all) => ({ ...all, gender: "my own words here" })),
  "a child's own words put among the released texts": inEvidence(`insert into cleaned_text
    select response, question, words, 1, 'detector', '2027-05-20' from quarantine limit 1`),
  "words added to a question that has choices only": inEvidence(`insert or replace into quarantine
    select id, 'gender', 'words' from kept_response where json_extract(answers, '$.gender') is not null`),
  "answers cut in the middle": inEvidence(
    `update kept_response set answers = substr(answers, 1, 20) where id in ${someRows(1)}`,
  ),
  "an answer taken out": inEvidence(
    "update kept_response set answers = json_remove(answers, '$.gender') where form = '9-12'",
  ),
  "every child's own words deleted": inEvidence("delete from quarantine"),
  "responses deleted": inEvidence(`delete from kept_response where id in ${someRows(50)}`),
  "responses copied": inEvidence(`insert into kept_response select randomblob(16), day, form, place, local_authority,
    region, imd_decile, lsoa, answers, flags from kept_response where id in ${someRows(5)}`),
  "responses deleted, and the count of their day lowered": (at) =>
    unguarded(evidenceOf(at), (database) => {
      database.exec(`delete from kept_response where id in ${someRows(50)}`)
      database.exec("update transfer_day set responses = responses - 50")
    }),
  "the record of a transfer deleted": inEvidence("delete from transfer_day"),
  "a sealed response deleted from the collection": inCollection(
    "delete from response where key in (select key from response limit 1)",
  ),
  "an old copy of the collection put back": (at) => cpSync(at.before.collection, collectionOf(at)),
  "a review put off to 2099": inEvidence("update retention set due_on = '2099-01-01'"),
  "a day's date of review deleted": inEvidence("delete from retention"),
  "a day marked as destroyed": inEvidence(`update retention set state = 'destroyed', destroyed_on = '2028-01-01',
    destroyed_by = 'clock', scan = '${"0".repeat(64)}'`),
  "readers added to the list by SQL": inEvidence(
    `insert into member (person, role, project, project_from, project_until, trained_on, clearance, clearance_until)
    values ${["a", "b", "c", "d"].map(reader).join(", ")}`,
  ),
  "a person taken off the list by SQL": inEvidence(
    "delete from member where person in (select person from member limit 1)",
  ),
  "an extract added by SQL": (at) =>
    unguarded(evidenceOf(at), (database) => {
      const id = "1".repeat(64)
      database.exec(`insert into collection_state values (1, '2021-04-19', null, null, null)`)
      database.exec(`insert into extract values ('${id}', '${person("a")}', 'Because.',
        '${"2".repeat(64)}', '2021-05-01', '2099-05-02', null, null)`)
      database.exec(`insert into extract_field values ('${id}', 'age')`)
    }),
  "the collection marked as closed": inEvidence(`insert or replace into collection_state
    values (1, '2021-04-19', '2021-05-20', '2021-05-21', '${"3".repeat(64)}')`),
  "a table released by SQL": (at) =>
    unguarded(evidenceOf(at), (database) => {
      const id = "4".repeat(64)
      database.exec(
        `insert into proposal values ('${id}', '${person("a")}', 'A table', 'age', '["England"]', '[]', '[]', '2021-05-01', null)`,
      )
      database.exec(`insert into table_release values (1, '${id}', '${person("b")}', '${id}', '${id}', '2021-06-01')`)
    }),
  "an entry of the ledger altered": inEvidence("update ledger set kind = 'member-unlisted' where seq = 2"),
  "an entry in the middle of the ledger deleted": inEvidence("delete from ledger where seq = 2"),
  "the ledger cut to its first entry": inEvidence("delete from ledger where seq > 1"),
  "the whole ledger written again": rewriteLedger,
  "the ledger dropped": (at) =>
    onFile(evidenceOf(at), (database) => {
      dropTriggers(database)
      database.exec("drop table ledger")
    }),
  "the kept head of the ledger garbled": ({ storage }) =>
    writeFileSync(join(storage.dataDir, "keys", "ledger.head"), "{}"),
  "every trigger of both stores dropped": (at) => {
    for (const file of [evidenceOf(at), collectionOf(at)]) onFile(file, (database) => void dropTriggers(database))
  },
  "the trigger that keeps extracts dropped": openly(evidenceOf, "drop trigger extract_stays_on_record"),
  "a trigger made to do nothing": (at) =>
    rewriteSchema(evidenceOf(at), "retention_only_goes_on", / when not /, " when false and not "),
  "a trigger added that copies answers": openly(
    evidenceOf,
    "create trigger copies after insert on kept_response begin update retention set state = state; end",
  ),
  "the checks taken off the kept responses": (at) =>
    rewriteSchema(
      evidenceOf(at),
      "kept_response",
      /check \(\(place = 'not-asked'/,
      "check (true or (place = 'not-asked'",
    ),
  "the trigger that ends collection dropped": openly(collectionOf, "drop trigger response_before_closing"),
  "the kept responses dropped": openly(evidenceOf, "drop table quarantine", "drop table kept_response"),
  "a table added": openly(evidenceOf, "create table visitor (address text)"),
  "the evidence store of another deployment put in place": async (at) => replaceEvidence(at, await another(at)),
  "another evidence store put in place, with its identity": async (at) => {
    const folder = await another(at)
    replaceEvidence(at, folder)
    cpSync(join(folder, "keys", "evidence.id"), join(at.storage.dataDir, "keys", "evidence.id"))
    rmSync(join(at.storage.dataDir, "keys", "ledger.head"))
  },
  "the collection of another deployment put in place": async (at) => {
    const source = { dialect: "sqlite", file: collectionFile(newFolder()) } as const
    const identity = { file: join(newFolder(), "collection.id"), settles: true }
    await Effect.runPromise(Effect.scoped(openCollection({ ...source, identity }, at.storage.mode)))
    for (const end of ["-wal", "-shm"]) rmSync(`${collectionOf(at)}${end}`, { force: true })
    cpSync(source.file, collectionOf(at))
  },
  "the evidence store deleted": (at) => {
    for (const end of ["", "-wal", "-shm"]) rmSync(`${evidenceOf(at)}${end}`, { force: true })
  },
  "the evidence store overwritten": (at) => writeFileSync(evidenceOf(at), "not a database at all".repeat(1_000)),
  "the private key of a transferred day put back": (at) => cpSync(at.before.key, privateKeyOf(at.storage, at.finished)),
  "a private key opened to every account": (at) => chmodSync(privateKeyOf(at.storage, at.today), 0o644),
  "the private key of today deleted": (at) => rmSync(privateKeyOf(at.storage, at.today)),
  "a file put next to the stores": ({ storage }) => appendFileSync(join(storage.dataDir, "answers.csv"), "age\n9\n"),
  "the clock put back by a year": () => undefined,
}
