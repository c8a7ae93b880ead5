/** A restore reads all of a backup before it writes, makes both stores beside their places, and replaces nothing that is there. */
import { createHash } from "node:crypto"
import { existsSync, linkSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs"
import { basename, dirname, join } from "node:path"
import { Effect } from "effect"
import type { Mode } from "../../policy/data/mode.ts"
import { openCollection } from "../collection/collection.ts"
import { unavailable } from "../collection/store-unavailable.ts"
import { SettingRefused } from "../connect.ts"
import { openEvidence } from "../evidence/evidence.ts"
import { type KeyTrouble, keyTrouble } from "../keys/key-trouble.ts"
import type { PrivateKeys } from "../keys/private-keys.ts"
import { syncFolder } from "../sync-folder.ts"
import { sealedName } from "./backup.ts"
import { type BackedUp, backedUp, type Label, labelOf } from "./label.ts"
import { BackupDamaged, BackupOfMode, RetentionKeyGone, StoreElsewhere, StoreThere } from "./refusals.ts"
import { replay } from "./replay.ts"
import { restoringFolder } from "./restoring.ts"
import { type RetentionKey, readRetentionKey } from "./retention-key.ts"
import { type Opening, openSealed } from "./sealed-file.ts"
import { writeRows } from "./written-rows.ts"

export interface Restoring {
  readonly mode: Mode
  readonly dataDir: string
  readonly keys: PrivateKeys
  readonly folder: string
  /** Where each belongs; a store in PostgreSQL belongs nowhere here. */
  readonly files: Partial<Record<BackedUp, string>>
}

export type NotRestored =
  | BackupDamaged
  | BackupOfMode
  | RetentionKeyGone
  | StoreElsewhere
  | StoreThere
  | KeyTrouble
  | SettingRefused

const known = (error: unknown): NotRestored =>
  error instanceof BackupDamaged ||
  error instanceof BackupOfMode ||
  error instanceof RetentionKeyGone ||
  error instanceof StoreElsewhere ||
  error instanceof StoreThere ||
  error instanceof SettingRefused
    ? error
    : keyTrouble(error)

interface Held extends Opening {
  readonly of: BackedUp
  readonly digest: string
}

/** Which files there must be follows from what each of them says. */
const labelsIn = (folder: string): readonly Label[] => {
  const there = backedUp.filter((of) => existsSync(join(folder, sealedName(of))))
  const labels = there.map((of) => labelOf(join(folder, sealedName(of))).label)
  const [first] = labels
  if (first === undefined) throw new BackupDamaged({ file: sealedName("collection") })
  for (const of of first.holds)
    if (of !== "batch" && !there.includes(of)) throw new BackupDamaged({ file: sealedName(of) })
  labels.forEach((label, index) => {
    if (label.of !== there[index] || label.set !== first.set || !first.holds.includes(label.of))
      throw new BackupDamaged({ file: sealedName(there[index] ?? "collection") })
  })
  return labels
}

/** Nothing is written while this reads all of it to its authenticated end. */
const heldIn = async (folder: string, of: BackedUp, retention: RetentionKey): Promise<Held> => {
  const opening = await openSealed(join(folder, sealedName(of)), retention)
  const digest = createHash("sha256")
  for (const part of opening.parts()) digest.update(part)
  return { ...opening, of, digest: digest.digest("hex") }
}

const beside = ["", "-wal", "-shm", "-journal"]

/** The log of another store beside a restored one would be taken for its own. */
const refuseWhatIsThere = (files: readonly string[]): void => {
  for (const file of files)
    for (const end of beside) if (existsSync(`${file}${end}`)) throw new StoreThere({ file: basename(`${file}${end}`) })
}

const write = (draft: string, { of, parts, digest }: Held): void => {
  const failed = new BackupDamaged({ file: sealedName(of) })
  if (digestOrNone(draft, parts) !== digest) throw failed
}

const digestOrNone = (draft: string, parts: () => Iterable<Buffer>): string | undefined => {
  try {
    return writeRows(draft, parts())
  } catch (error) {
    // What the stores' own checks refuse is no copy of a store; a full disk is.
    if (error instanceof SettingRefused || unavailable(error).failure !== "refused") throw error
    return undefined
  }
}

type Target = { readonly of: BackedUp; readonly file: string }

/** What a restore that was cut off had put in its place is the same file under two names. */
const takeBack = (drafts: string, targets: readonly Target[]): void => {
  for (const { of, file } of targets) {
    const draft = statSync(join(drafts, sealedName(of)), { throwIfNoEntry: false })
    const there = statSync(file, { throwIfNoEntry: false })
    if (draft !== undefined && there?.ino === draft.ino && there.dev === draft.dev) rmSync(file)
  }
  rmSync(drafts, { recursive: true, force: true })
}

/** It is done when its folder has another name, and not bit by bit. */
const finish = (drafts: string): void => {
  const over = `${drafts}-is-over`
  rmSync(over, { recursive: true, force: true })
  renameSync(drafts, over)
  syncFolder(dirname(drafts))
  rmSync(over, { recursive: true, force: true })
}

const restoreAll = async (restoring: Restoring): Promise<readonly BackedUp[]> => {
  const { mode, dataDir, keys, folder, files } = restoring
  const labels = labelsIn(folder)
  for (const { mode: held, of } of labels) {
    if (held !== mode) throw new BackupOfMode({ held, wanted: mode })
    if (of !== "batch" && files[of] === undefined) throw new StoreElsewhere({ of })
  }
  const targets: readonly Target[] = labels.flatMap(({ of }) => (of === "batch" ? [] : [{ of, file: files[of] ?? "" }]))
  const drafts = restoringFolder(dataDir)
  takeBack(drafts, targets)
  refuseWhatIsThere(targets.map(({ file }) => file))
  const retention = await readRetentionKey(keys)
  if (retention === undefined) throw new RetentionKeyGone({ key: labels[0]?.key ?? "" })
  const held: Held[] = []
  for (const { of } of targets) held.push(await heldIn(folder, of, retention))
  mkdirSync(drafts, { recursive: true, mode: 0o700 })
  try {
    for (const each of held) write(join(drafts, sealedName(each.of)), each)
    if (targets.some(({ of }) => of === "evidence")) await putBack(restoring, retention, drafts, targets)
    refuseWhatIsThere(targets.map(({ file }) => file))
    settle(drafts, targets)
  } catch (error) {
    rmSync(drafts, { recursive: true, force: true })
    throw error
  }
  finish(drafts)
  return targets.map(({ of }) => of)
}

/** Into the drafts, which are both whole by then. */
const putBack = (restoring: Restoring, retention: RetentionKey, drafts: string, targets: readonly Target[]) => {
  const { mode, dataDir, keys } = restoring
  const source = (of: BackedUp) => ({ dialect: "sqlite", file: join(drafts, sealedName(of)) }) as const
  return Effect.gen(function* () {
    const evidence = yield* openEvidence({ source: source("evidence"), mode })
    const isHere = targets.some(({ of }) => of === "collection")
    const collection = isHere ? yield* openCollection(source("collection"), mode) : undefined
    yield* replay({ dataDir, keys, retention, evidence, collection })
  }).pipe(Effect.scoped, Effect.runPromise)
}

/** A link takes no other file's place; if the second cannot be made, the first is taken back. */
const settle = (drafts: string, targets: readonly Target[]): void => {
  const made: string[] = []
  try {
    for (const { of, file } of targets) {
      linkSync(join(drafts, sealedName(of)), file)
      made.push(file)
      syncFolder(dirname(file))
    }
  } catch (error) {
    for (const file of made) rmSync(file, { force: true })
    throw error
  }
}

export const restore = (restoring: Restoring): Effect.Effect<readonly BackedUp[], NotRestored> =>
  Effect.tryPromise({ try: () => restoreAll(restoring), catch: known })
