/** Compares a delivered set of recordings with the wording of today, and names each file that is missing, surplus or broken. */
import { closeSync, existsSync, openSync, readdirSync, readSync, statSync } from "node:fs"
import { join } from "node:path"
import { draftMark } from "../../voice/draft-mark.ts"
import { isMp3, isMp4 } from "../../voice/mp3.ts"
import { fileName, type Recording } from "../../voice/texts.ts"

export interface Delivered {
  readonly isDraft: boolean
  readonly recorded: number
  readonly clips: number
  /** A sentence for each fault. */
  readonly faults: readonly string[]
}

/** Bytes that show what a file is: a tag with a picture may come first. */
const head = 256 * 1024

const headOf = (file: string): Uint8Array => {
  const bytes = new Uint8Array(Math.min(head, statSync(file).size))
  const handle = openSync(file, "r")
  readSync(handle, bytes, 0, bytes.length, 0)
  closeSync(handle)
  return bytes
}

const named = /^([a-z0-9-]+)\.([0-9a-z]{11})\.(mp[34])$/

const faultOf = (folder: string, name: string, wanted: readonly Recording[]): string | undefined => {
  const [, place, digest, kind] = named.exec(name) ?? []
  if (digest === undefined) return `surplus: ${name} is not named as ask voice list names a recording`
  if (!wanted.some((each) => each.name === digest && each.kind === kind)) {
    const now = wanted.map(fileName).find((each) => named.exec(each)?.[1] === place && each.endsWith(`.${kind}`))
    return now === undefined
      ? `surplus: ${name} is for no wording of today`
      : `changed: the wording of ${name} is not that of today; record ${now}`
  }
  if (statSync(join(folder, name)).size === 0) return `empty: ${name}`
  const bytes = headOf(join(folder, name))
  if (kind === "mp3" && !isMp3(bytes)) return `not MP3: ${name}`
  return kind === "mp4" && !isMp4(bytes) ? `not MP4: ${name}` : undefined
}

/** A clip in sign language may be missing: its page then shows none. */
export const checkDelivered = (folder: string, wanted: readonly Recording[]): Delivered => {
  const names = readdirSync(folder)
    .filter((name) => name !== draftMark)
    .toSorted()
  const digests = new Map(names.map((name) => [named.exec(name)?.slice(2).join(".") ?? name, name] as const))
  const there = wanted.filter(({ name, kind }) => digests.has(`${name}.${kind}`))
  const missing = wanted.filter(({ kind }) => kind === "mp3").filter((each) => !there.includes(each))
  return {
    isDraft: existsSync(join(folder, draftMark)),
    recorded: there.filter(({ kind }) => kind === "mp3").length,
    clips: there.filter(({ kind }) => kind === "mp4").length,
    faults: [
      ...names.flatMap((name) => faultOf(folder, name, wanted) ?? []),
      ...missing.map((each) => `missing: ${fileName(each)} (${each.text})`),
    ],
  }
}
