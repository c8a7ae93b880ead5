/** Restores both stores from a backup: reads all of it before it writes, builds drafts, and replaces no existing file. */
import { createHash } from "node:crypto"
import { existsSync, linkSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs"
import { basename, dirname, join } from "node:path"
import { Effect } from "effect"
import { type Day, isDay } from "../../policy/civil-day.ts"
import type { Mode } from "../../policy/data/mode.ts"
import type { LedgerBroken } from "../../policy/record/ledger.ts"
import { attempt, settingRefusedOr } from "../attempt.ts"
import { openCollection } from "../collection/collection.ts"
import { type EvidenceOlder, openEvidence } from "../evidence/evidence.ts"
import { type AnchorDamaged, acceptShorterLedger } from "../evidence/ledger-anchor.ts"
import { identityFile } from "../identity-file.ts"
import type { KeyTrouble } from "../keys/key-trouble.ts"
import type { PrivateKeys } from "../keys/private-keys.ts"
import type { CannotOpenStore } from "../store.ts"
import { syncFolder } from "../sync-folder.ts"
import { dayName, sealedName } from "./backup.ts"
import { batchFiles } from "./day-batches.ts"
import type { Part } from "./export-rows.ts"
import { type Content, writeRows } from "./import-rows.ts"
import { type BackedUp, backedUp, type Label, labelOf } from "./label.ts"
import { readingBackup } from "./reading.ts"
import {
  BackupDamaged,
  BackupOfMode,
  type BackupOlder,
  RetentionKeyGone,
  StoreElsewhere,
  StoreThere,
} from "./refusals.ts"
import { replay } from "./replay.ts"
import { restoringFolder } from "./restore-marker.ts"
import { dayRetentionKeyId, isDayDestroyed, readRetentionKey, recordsKeyId } from "./retention-key.ts"
import { openSealed } from "./sealed-file.ts"

export interface RestoreOptions {
  readonly mode: Mode
  readonly dataDir: string
  readonly keys: PrivateKeys
  readonly folder: string
  /** Where each store belongs; a store in PostgreSQL has no entry. */
  readonly files: Partial<Record<BackedUp, string>>
}

export type NotRestored =
  | BackupDamaged
  | BackupOfMode
  | BackupOlder
  | RetentionKeyGone
  | StoreElsewhere
  | StoreThere
  | KeyTrouble
  | CannotOpenStore
  | AnchorDamaged
  | LedgerBroken
  | EvidenceOlder

interface SealedPart extends Content {
  readonly file: string
  readonly digest: string
}

interface SealedStore {
  readonly of: BackedUp
  readonly parts: readonly SealedPart[]
}

const isStore = (of: string): of is BackedUp => of === "collection" || of === "evidence"

interface Target {
  readonly of: BackedUp
  readonly file: string
}

/** Each label lists the files of its backup, so that a missing or a foreign file is found. */
const labelsIn = Effect.fn("Restore.labels")(function* (folder: string) {
  const present = backedUp.filter((of) => existsSync(join(folder, sealedName(of))))
  const labels = yield* Effect.forEach(present, (of) => labelOf(join(folder, sealedName(of))))
  const [first] = labels
  if (first === undefined) return yield* new BackupDamaged({ file: sealedName("collection") })
  const { holds, set } = first.label
  for (const of of holds)
    if (isStore(of) && !present.includes(of)) return yield* new BackupDamaged({ file: sealedName(of) })
  for (const [index, { label }] of labels.entries())
    if (label.of !== present[index] || label.set !== set || !holds.includes(label.of))
      return yield* new BackupDamaged({ file: sealedName(present[index] ?? "collection") })
  return labels.map(({ label }) => label)
})

/** Reads one file of the backup to its authenticated end. */
const readPart = Effect.fn("Restore.read")(function* (
  { folder, keys }: RestoreOptions,
  { set }: Label,
  file: string,
  part: Part,
) {
  const path = join(folder, file)
  const { label } = yield* labelOf(path)
  const isOfDay = part === "records" || (label.of === "day" && label.on === part.day)
  if (label.set !== set || !isOfDay) return yield* new BackupDamaged({ file })
  const id = part === "records" ? recordsKeyId : dayRetentionKeyId(part.day)
  const retention = yield* readRetentionKey(keys, id)
  if (retention === undefined) return yield* new RetentionKeyGone({ key: label.key })
  const { parts } = yield* openSealed(path, retention)
  const digest = yield* readingBackup(() => {
    const hash = createHash("sha256")
    for (const bytes of parts()) hash.update(bytes)
    return hash.digest("hex")
  })
  const sealed: SealedPart = { file, digest, part, bytes: parts }
  return sealed
})

/** A day that was sealed again since, without the words of released texts, comes from its own files. */
const readDay = (options: RestoreOptions, label: Label, day: Day) =>
  readPart(options, label, dayName(day), { day }).pipe(
    Effect.catchTag("RetentionKeyGone", (gone) =>
      Effect.flatMap(readRetentionKey(options.keys, dayRetentionKeyId(day)), (key) =>
        key !== undefined && batchFiles(options.dataDir, day).length > 0 ? Effect.undefined : Effect.fail(gone),
      ),
    ),
  )

/** A day whose answers were destroyed since stays destroyed. */
const readStore = Effect.fn("Restore.readStore")(function* (options: RestoreOptions, of: BackedUp, label: Label) {
  const parts = [yield* readPart(options, label, sealedName(of), "records")]
  if (of === "evidence")
    for (const day of label.holds.filter(isDay))
      if (!isDayDestroyed(options.dataDir, day)) {
        const part = yield* readDay(options, label, day)
        if (part !== undefined) parts.push(part)
      }
  const store: SealedStore = { of, parts }
  return store
})

const endings = ["", "-wal", "-shm", "-journal"]

/** SQLite would take the log of another store for the log of the restored one. */
const refuseExisting = (targets: readonly Target[]): Effect.Effect<void, StoreThere> => {
  const files = targets.flatMap(({ file }) => endings.map((ending) => `${file}${ending}`))
  const existing = files.find((file) => existsSync(file))
  return existing === undefined ? Effect.void : Effect.fail(new StoreThere({ file: basename(existing) }))
}

/** A row that the store's own checks refuse shows a damaged backup; a full disk does not. */
const writeDraft = (drafts: string, { of, parts }: SealedStore) => {
  const file = sealedName(of)
  const damaged = (written: readonly string[] | undefined) =>
    written === undefined ? file : parts.find(({ digest }, index) => digest !== written[index])?.file
  return Effect.try({ try: () => writeRows(join(drafts, file), parts), catch: settingRefusedOr("backups") }).pipe(
    Effect.catchIf(
      (error) => error._tag === "StoreUnavailable" && error.failure === "refused",
      () => Effect.undefined,
    ),
    Effect.map(damaged),
    Effect.flatMap((name) => (name === undefined ? Effect.void : Effect.fail(new BackupDamaged({ file: name })))),
  )
}

/** Removes what an interrupted restore put in place: that file is the same as its draft, under two names. */
const takeBack = (drafts: string, targets: readonly Target[]): void => {
  for (const { of, file } of targets) {
    const draft = statSync(join(drafts, sealedName(of)), { throwIfNoEntry: false })
    const existing = statSync(file, { throwIfNoEntry: false })
    if (draft !== undefined && existing?.ino === draft.ino && existing.dev === draft.dev) rmSync(file)
  }
  rmSync(drafts, { recursive: true, force: true })
}

/** Renames the folder of drafts before it deletes it, so that the restore ends in one step. */
const finish = (drafts: string): void => {
  const ended = `${drafts}-is-over`
  rmSync(ended, { recursive: true, force: true })
  renameSync(drafts, ended)
  syncFolder(dirname(drafts))
  rmSync(ended, { recursive: true, force: true })
}

/** Opens the drafts, which are complete by now, keeps their identities, and adds what was transferred after the backup. */
const replayInto = Effect.fn("Restore.replay")(function* (
  { mode, dataDir, keys }: RestoreOptions,
  drafts: string,
  targets: readonly Target[],
) {
  const holds = (of: BackedUp) => targets.some((target) => target.of === of)
  const source = (of: BackedUp) => {
    const identity = { file: identityFile(dataDir, of), settles: true, restored: true }
    return { dialect: "sqlite", file: join(drafts, sealedName(of)), identity } as const
  }
  const collection = holds("collection") ? yield* openCollection(source("collection"), mode) : undefined
  if (!holds("evidence")) return
  const evidence = yield* openEvidence({ source: source("evidence"), mode })
  yield* replay({ dataDir, keys, evidence, collection })
  yield* acceptShorterLedger(evidence, dataDir)
}, Effect.scoped)

/** A link never replaces a file. If the second link fails, the first is removed. */
const linkAll = (drafts: string, targets: readonly Target[]): void => {
  const linked: string[] = []
  try {
    for (const { of, file } of targets) {
      linkSync(join(drafts, sealedName(of)), file)
      linked.push(file)
      syncFolder(dirname(file))
    }
  } catch (error) {
    for (const file of linked) rmSync(file, { force: true })
    throw error
  }
}

const targetsOf = Effect.fn("Restore.targets")(function* ({ mode, files }: RestoreOptions, labels: readonly Label[]) {
  const targets: Target[] = []
  for (const { mode: held, of } of labels) {
    if (held !== mode) return yield* new BackupOfMode({ held, wanted: mode })
    if (!isStore(of)) continue
    const file = files[of]
    if (file === undefined) return yield* new StoreElsewhere({ of })
    targets.push({ of, file })
  }
  return targets
})

export const restore = Effect.fn("Restore.restore")(function* (
  options: RestoreOptions,
): Effect.fn.Return<readonly BackedUp[], NotRestored> {
  const { dataDir, folder } = options
  const labels = yield* labelsIn(folder)
  const targets = yield* targetsOf(options, labels)
  const drafts = restoringFolder(dataDir)
  yield* attempt("data", () => takeBack(drafts, targets))
  yield* refuseExisting(targets)
  const stores = yield* Effect.forEach(labels, (label) =>
    isStore(label.of) ? readStore(options, label.of, label) : Effect.undefined,
  )
  yield* attempt("data", () => mkdirSync(drafts, { recursive: true, mode: 0o700 }))
  yield* Effect.gen(function* () {
    for (const store of stores) if (store !== undefined) yield* writeDraft(drafts, store)
    yield* replayInto(options, drafts, targets)
    yield* refuseExisting(targets)
    yield* attempt("data", () => linkAll(drafts, targets))
  }).pipe(Effect.onError(() => Effect.ignore(attempt("data", () => rmSync(drafts, { recursive: true, force: true })))))
  yield* attempt("data", () => finish(drafts))
  return targets.map(({ of }) => of)
})
