/** Explains why a store, a folder of keys or a backup cannot be used, what was not done, and what to do now. */
import { Schema } from "effect"
import { type Failure, failures } from "./failure.ts"

export const stores = ["collection", "evidence", "keys", "backups", "data", "geography"] as const

/** The stores, and the folders that fail in the same ways. */
export type StoreName = (typeof stores)[number]

interface Named {
  readonly name: string
  /** The setting with its address or folder. */
  readonly setting: string
  /** The command that makes it. */
  readonly maker: string
}

const named: Readonly<Record<StoreName, Named>> = {
  collection: { name: "the collection", setting: "DATABASE_URL", maker: "npm start" },
  evidence: { name: "the evidence store", setting: "EVIDENCE_DATABASE_URL", maker: "ask -- team add" },
  keys: { name: "the folder of keys", setting: "DATA_DIR", maker: "npm start" },
  backups: { name: "the backup", setting: "DATA_DIR", maker: "ask -- backup" },
  data: { name: "DATA_DIR", setting: "DATA_DIR", maker: "npm start" },
  geography: { name: "the folder of the geography", setting: "DATA_DIR", maker: "ask -- geography import" },
}

const sentences: Readonly<Record<Failure, (store: Named) => string>> = {
  refused: ({ name }) =>
    `A rule of ${name} refused a row. Nothing was stored. If somebody edited the store, restore it from a backup.`,
  inconsistent: ({ name }) =>
    `Rows of ${name} contradict each other or its ledger. Nothing was changed. Restore it from a backup.`,
  conflict: ({ name }) => `Another change to ${name} came first. This one was not stored. Try again.`,
  busy: ({ name }) => `Another process has locked ${name}. Nothing was changed. Stop that process, then try again.`,
  timeout: ({ name, setting }) =>
    `A call to ${name} ended in a timeout. The last change may not be stored. Check ${setting}, then try again.`,
  "disk-full": ({ name }) => `The disk of ${name} is full. Nothing more was stored. Free some space, then start again.`,
  "read-only": ({ name }) =>
    `The disk or file of ${name} is read-only. Nothing was changed. Make it writable, then try again.`,
  "not-permitted": ({ name }) =>
    `This account has no permission to use ${name}. Nothing was changed. Check its owner and the rights of this account.`,
  "not-found": ({ name }) =>
    `A file or folder of ${name} is missing. Nothing was changed. Check DATA_DIR; restore a backup if it is lost.`,
  "in-the-way": ({ name }) =>
    `Another file or folder is in the way of ${name}. Nothing was changed. Check DATA_DIR, then move it away.`,
  "cannot-open": ({ name }) =>
    `The file of ${name} cannot be opened. Nothing was changed. Check that DATA_DIR is there and that this account owns it.`,
  "disk-error": ({ name }) =>
    `The disk of ${name} reports an error. Nothing more was stored. Check the disk before you try again.`,
  damaged: ({ name }) =>
    `The file of ${name} is damaged, or is not a database. Nothing was changed. Restore it from a backup.`,
  unreachable: ({ name, setting }) =>
    `The database of ${name} cannot be reached. The last change may not be stored. Check ${setting} and that the database runs.`,
  "access-denied": ({ name, setting }) =>
    `The database of ${name} refuses the account, password or name in ${setting}. Nothing was changed. Correct ${setting}.`,
  exhausted: ({ name }) =>
    `The system of ${name} has no memory, connections or open files left. Nothing was stored. Free some, then try again.`,
  absent: ({ name, maker }) => `${initial(name)} does not exist yet. Nothing was read. Make it with ${maker}.`,
  newer: ({ name }) => `A newer version of the code made ${name}. Nothing was changed. Run that version.`,
  moved: ({ name }) =>
    `The file of ${name} was moved or replaced. Nothing is stored. Put it back with its -wal, or restore a backup.`,
  "setting-changed": ({ name }) =>
    `The database of ${name} lost a setting that keeps answers safe. Nothing was stored. Start again to see which.`,
}

const initial = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

export class StoreUnavailable extends Schema.TaggedError<StoreUnavailable>()("StoreUnavailable", {
  store: Schema.Literals(stores),
  failure: Schema.Literals(failures),
}) {
  override get message() {
    return sentences[this.failure](named[this.store])
  }

  /** It can be read again as soon as the other process lets go. */
  get isLocked() {
    return this.failure === "busy"
  }

  /** The store itself is wrong; any other failure says only that it could not be used now. */
  get isDamage() {
    return this.failure === "damaged" || this.failure === "inconsistent"
  }
}

export const isAbsent = (error: { readonly _tag: string }): boolean =>
  error instanceof StoreUnavailable && error.failure === "absent"
