/** Classifies errors of the database drivers and of the file system by code; an error without a known code is a bug of ours. */
import { SettingRefused } from "./setting-refused.ts"

export const failures = [
  "refused",
  "inconsistent",
  "conflict",
  "busy",
  "timeout",
  "disk-full",
  "read-only",
  "not-permitted",
  "not-found",
  "in-the-way",
  "cannot-open",
  "disk-error",
  "damaged",
  "unreachable",
  "access-denied",
  "exhausted",
  "absent",
  "newer",
  "setting-changed",
  "moved",
] as const

export type Failure = (typeof failures)[number]

/** SQLite's primary result codes: https://www.sqlite.org/rescode.html. */
const sqliteFailures: Readonly<Record<number, Failure>> = {
  3: "not-permitted",
  5: "busy",
  6: "busy",
  7: "exhausted",
  8: "read-only",
  10: "disk-error",
  11: "damaged",
  13: "disk-full",
  14: "cannot-open",
  15: "busy",
  18: "refused",
  19: "refused",
  20: "refused",
  26: "damaged",
}

/** PostgreSQL's SQLSTATE, by code, else by class (the first two signs). */
const postgresFailures: Readonly<Record<string, Failure>> = {
  "25006": "read-only",
  "40001": "conflict",
  "40P01": "conflict",
  "42501": "not-permitted",
  "53100": "disk-full",
  "55006": "busy",
  "55P03": "busy",
  "57014": "timeout",
  "58030": "disk-error",
  "58P01": "damaged",
  P0001: "refused",
  XX001: "damaged",
  XX002: "damaged",
  "08": "unreachable",
  "22": "refused",
  "23": "refused",
  "28": "access-denied",
  "3D": "access-denied",
  "53": "exhausted",
  "57": "unreachable",
  "58": "disk-error",
}

const systemFailures: Readonly<Record<string, Failure>> = {
  ENOSPC: "disk-full",
  EDQUOT: "disk-full",
  EROFS: "read-only",
  EACCES: "not-permitted",
  EPERM: "not-permitted",
  ENOENT: "not-found",
  ENOTDIR: "in-the-way",
  EISDIR: "in-the-way",
  EEXIST: "in-the-way",
  ENOTEMPTY: "in-the-way",
  EIO: "disk-error",
  EFBIG: "disk-error",
  ENXIO: "disk-error",
  EBUSY: "busy",
  EMFILE: "exhausted",
  ENFILE: "exhausted",
  ENOMEM: "exhausted",
  ECONNREFUSED: "unreachable",
  ECONNRESET: "unreachable",
  ECONNABORTED: "unreachable",
  EHOSTUNREACH: "unreachable",
  ENETUNREACH: "unreachable",
  ENOTFOUND: "unreachable",
  EAI_AGAIN: "unreachable",
  EPIPE: "unreachable",
  ETIMEDOUT: "timeout",
  CERT_HAS_EXPIRED: "unreachable",
  DEPTH_ZERO_SELF_SIGNED_CERT: "unreachable",
  SELF_SIGNED_CERT_IN_CHAIN: "unreachable",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "unreachable",
  ERR_TLS_CERT_ALTNAME_INVALID: "unreachable",
}

/** The `pg` driver gives these errors no code, only these messages. */
const pgFailures: Readonly<Record<string, Failure>> = {
  "Query read timeout": "timeout",
  "timeout expired": "timeout",
  "timeout exceeded when trying to connect": "timeout",
  "Connection terminated due to connection timeout": "timeout",
  "Connection terminated": "unreachable",
  "Connection terminated unexpectedly": "unreachable",
  "Client has encountered a connection error and is not queryable": "unreachable",
  "Client was closed and is not queryable": "unreachable",
  "The server does not support SSL connections": "unreachable",
  "There was an error establishing an SSL connection": "unreachable",
}

const withoutCode = ({ message }: Error): Failure | undefined =>
  message.startsWith("SASL: ") ? "access-denied" : pgFailures[message]

/** Node's own check of a value for SQLite; the same code anywhere else is a mistake in our code. */
const isUnbindable = ({ message }: Error): boolean => message.startsWith("Provided value cannot be bound to SQLite")

/** `undefined` where no code says what happened: the error is a defect. */
export const failureOf = (error: unknown): Failure | undefined => {
  if (!(error instanceof Error)) return undefined
  if (error instanceof SettingRefused) return "setting-changed"
  if ("errcode" in error && typeof error.errcode === "number") return sqliteFailures[error.errcode & 0xff]
  if (!("code" in error) || typeof error.code !== "string") return withoutCode(error)
  if (error.code === "ERR_INVALID_ARG_TYPE") return isUnbindable(error) ? "refused" : undefined
  return systemFailures[error.code] ?? postgresFailures[error.code] ?? postgresFailures[error.code.slice(0, 2)]
}
