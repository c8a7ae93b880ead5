/** Scans every byte of every file, and the cells of every SQLite database, for what must not be there; reports positions, never content. */
import { type Format, formatOf } from "./file-format.ts"
import type { FileFinding } from "./finding.ts"
import type { Job } from "./job.ts"
import { filesUnder, sizeOf } from "./read-blocks.ts"
import type { SearchOptions } from "./search.ts"
import { holdsFreeText } from "./sqlite-cells.ts"
import { type DoJobs, jobsOf } from "./threads.ts"

export interface Scanned {
  readonly found: readonly FileFinding[]
  readonly unread: readonly string[]
  readonly files: readonly string[]
  readonly bytes: number
}

export interface Scope {
  readonly paths: readonly string[]
  /** Files and folders that are not scanned. */
  readonly excluded?: readonly string[]
  /** Looks for rows alone, and not for postcodes: each file is read once. */
  readonly rowsOnly?: boolean
  /** Called with the bytes scanned so far and all that there are. */
  readonly progress?: (bytes: number, all: number) => void
}

/** Bytes of one job. */
const jobLength = 16 * 2 ** 20

const ranges = (file: string, from: number, to: number, how: "everything" | "pages" | "sealed"): readonly Job[] => {
  if (to === Number.POSITIVE_INFINITY) return [{ of: "bytes", file, from, to, how }]
  const jobs: Job[] = []
  for (let at = from; at < to; at += jobLength)
    jobs.push({ of: "bytes", file, from: at, to: Math.min(to, at + jobLength), how })
  return jobs
}

const jobsFor = (file: string, size: number, format: Format): readonly Job[] => {
  switch (format.is) {
    case "text":
      return ranges(file, 0, size, "everything")
    case "pages":
      return ranges(file, 0, size, "pages")
    case "sqlite":
      return [{ of: "cells", file, every: false }, ...ranges(file, 0, size, "pages")]
    case "sealed":
      return [...ranges(file, 0, format.from, "everything"), ...ranges(file, format.from, size, "sealed")]
  }
}

interface Planned {
  readonly files: readonly string[]
  readonly jobs: readonly Job[]
  readonly unread: readonly string[]
  readonly bytes: number
}

const plan = ({ paths, excluded = [], rowsOnly = false }: Scope): Planned => {
  const files = paths.flatMap((path) => filesUnder(path, excluded))
  const jobs: Job[] = []
  const unread: string[] = []
  let bytes = 0
  for (const file of files)
    try {
      const size = sizeOf(file)
      jobs.push(...(rowsOnly ? ranges(file, 0, size, "sealed") : jobsFor(file, size, formatOf(file))))
      if (Number.isFinite(size)) bytes += size
    } catch {
      unread.push(file)
    }
  return { files, jobs, unread, bytes }
}

/** The database to which a file belongs, such as its write-ahead log. */
const databaseOf = (file: string): string => file.replace(/(?<=\.sqlite)-(?:wal|shm|journal)$/, "")

const isFreeTextStore = (file: string, databases: ReadonlySet<string>): boolean => {
  const database = databaseOf(file)
  return databases.has(database) && holdsFreeText(database)
}

/** A postcode in the bytes of a store with free text is in that text, unless one of its other cells has one. */
const inFreeText = (found: readonly FileFinding[], databases: ReadonlySet<string>): readonly FileFinding[] =>
  found.map((finding) =>
    finding.what === "postcode" && isFreeTextStore(finding.file, databases)
      ? { ...finding, what: "postcode in free text" }
      : finding,
  )

export const scanWith = async (scope: Scope, doJobs: (bytes: number) => DoJobs): Promise<Scanned> => {
  const { files, jobs, unread, bytes: all } = plan(scope)
  const notRead = new Set(unread)
  const found: FileFinding[] = []
  let bytes = 0
  const run = doJobs(all)
  const note: Parameters<DoJobs>[1] = (job, done) => {
    if (done === "unread") return void notRead.add(job.file)
    bytes += done.bytes
    found.push(...done.found)
    scope.progress?.(bytes, all)
  }
  await run(jobs, note)
  const databases = new Set(jobs.flatMap((job) => (job.of === "cells" ? [job.file] : [])))
  const withText = [...new Set(found.filter(({ what }) => what === "postcode").map(({ file }) => databaseOf(file)))]
  const again = withText.filter((file) => isFreeTextStore(file, databases))
  const first = inFreeText(found.splice(0), databases)
  await run(
    again.map((file): Job => ({ of: "cells", file, every: true })),
    note,
  )
  const inOrder = [...first, ...found].sort(
    (one, other) => (one.file < other.file ? -1 : Number(one.file > other.file)) || one.at - other.at,
  )
  return { found: inOrder, unread: [...notRead], files, bytes }
}

export const scan = (scope: Scope, options: SearchOptions): Promise<Scanned> =>
  scanWith(scope, (bytes) => jobsOf(options, bytes))
