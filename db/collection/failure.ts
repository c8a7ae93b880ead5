/** What a driver's error means for a response: its row is wrong, the work can be tried again, or the store is unavailable. */
export const failures = [
  "refused",
  "conflict",
  "disk-full",
  "read-only",
  "disk-error",
  "damaged",
  "busy",
  "unreachable",
  "absent",
  "unknown",
] as const

export type Failure = (typeof failures)[number]

const sqliteFailures: Readonly<Record<number, Failure>> = {
  5: "busy",
  6: "busy",
  8: "read-only",
  10: "disk-error",
  11: "damaged",
  13: "disk-full",
  14: "read-only",
  18: "refused",
  19: "refused",
  20: "refused",
  26: "damaged",
}

/** PostgreSQL's SQLSTATE, by code or by class. */
const postgresFailures: Readonly<Record<string, Failure>> = {
  "40001": "conflict",
  "40P01": "conflict",
  "53100": "disk-full",
  "25006": "read-only",
  "58030": "disk-error",
  P0001: "refused",
  "22": "refused",
  "23": "refused",
  "08": "unreachable",
  "53": "unreachable",
  "57": "unreachable",
  "28": "unreachable",
  "3D": "unreachable",
}

const systemFailures: Readonly<Record<string, Failure>> = {
  ENOSPC: "disk-full",
  EDQUOT: "disk-full",
  EROFS: "read-only",
  EACCES: "read-only",
  EPERM: "read-only",
  ENOENT: "read-only",
  ENOTDIR: "read-only",
  EEXIST: "read-only",
  EIO: "disk-error",
  EFBIG: "disk-error",
  ECONNREFUSED: "unreachable",
  ECONNRESET: "unreachable",
  ENOTFOUND: "unreachable",
  EPIPE: "unreachable",
  ETIMEDOUT: "unreachable",
  ERR_INVALID_ARG_TYPE: "refused",
}

export const failureOf = (error: unknown): Failure => {
  if (!(error instanceof Error)) return "unknown"
  if ("errcode" in error && typeof error.errcode === "number") return sqliteFailures[error.errcode & 0xff] ?? "unknown"
  if (!("code" in error) || typeof error.code !== "string")
    return lostConnection.test(error.message) ? "unreachable" : "unknown"
  return (
    systemFailures[error.code] ?? postgresFailures[error.code] ?? postgresFailures[error.code.slice(0, 2)] ?? "unknown"
  )
}

/** pg gives these no code. */
const lostConnection = /connection (terminated|error|timeout)|not queryable|timeout exceeded|read timeout/i

const reasons: Readonly<Record<Failure, string>> = {
  refused: "it refuses a row of our own: restore it from a backup",
  conflict: "it is busy with other work: try again",
  "disk-full": "its disk is full: free some space, then start again",
  "read-only": "it may not be read or written: check DATA_DIR, its owner, and that its disk is writable",
  "disk-error": "its disk reports errors: check the disk",
  damaged: "its file is damaged or no database: restore it from a backup",
  busy: "another process holds it: stop that process, then start again",
  unreachable: "the database does not let us in: check DATABASE_URL and that the database runs",
  absent: "there is none yet: npm start makes it",
  unknown: "the database reports an error of its own: see its log",
}

/** For the person who runs it. */
export const failureSentence = (failure: Failure): string =>
  `The store of answers cannot be used, because ${reasons[failure]}.`
