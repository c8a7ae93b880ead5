/** A bug in our own code surfaces as a defect with its name and its stack; only known codes of a driver become failures. */
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { Cause, Effect, Exit } from "effect"
import { sql } from "kysely"
import { describe, expect, test } from "vitest"
import { attempt } from "../../db/attempt.ts"
import { type Failure, failureOf, failures } from "../../db/failure.ts"
import { StoreUnavailable, stores } from "../../db/store-unavailable.ts"
import { UnexpectedError } from "../../db/unexpected-error.ts"
import { newEvidenceSource, openedEvidence } from "../support/evidence.ts"
import { engines, newFolder, newSource, opened, rawly, refusal } from "../support/store.ts"

const secret = "a child's own words"

const defectOf = async (work: Effect.Effect<unknown, unknown>): Promise<UnexpectedError> => {
  const exit = await Effect.runPromiseExit(work)
  const reasons = Exit.isFailure(exit) ? exit.cause.reasons : []
  const [defect] = reasons.filter(Cause.isDieReason).map((reason) => reason.defect)
  expect(reasons).toHaveLength(1)
  if (!(defect instanceof UnexpectedError)) throw new Error("it did not end in a defect", { cause: exit })
  return defect
}

const nothing = undefined as unknown as readonly Uint8Array[]

describe.each(engines)("on %s", (engine) => {
  test("a TypeError inside a call to the evidence store is a defect that names the function", async () => {
    const evidence = await openedEvidence(await newEvidenceSource(engine))
    const defect = await defectOf(evidence.arrivals.arrived(nothing))
    expect(defect).toMatchObject({ name: "TypeError" })
    expect(defect.stack).toMatch(/at chunksOf \(.*db\/chunks\.ts:\d+:\d+\)/)
    expect(defect.stack).toMatch(/at .*arrivedOf .*db\/evidence\/arrivals\.ts/)
    expect(defect.stack).not.toContain("undefined")
  })

  test("a TypeError while responses are appended rejects with a defect, not as unavailable", async () => {
    const collection = await opened(await newSource(engine))
    const append = () => collection.append([undefined as never], "2026-11-29")
    await expect(append()).rejects.toBeInstanceOf(UnexpectedError)
    await expect(append()).rejects.toMatchObject({ name: "TypeError" })
  })

  test("a query that names a missing column is a defect with the driver's code", async () => {
    const source = await newSource(engine)
    await opened(source)
    const { db } = rawly(source)
    const query = Effect.tryPromise({
      try: () => sql`select ${sql.ref("none")} from token`.execute(db),
      catch: (e) => e,
    })
    const error = await Effect.runPromise(Effect.flip(query))
    expect(failureOf(error)).toBeUndefined()
    expect(new UnexpectedError(error).code).toBe(engine === "sqlite" ? "1" : "42703")
  })

  test("a store of a newer version is named, and not opened", async () => {
    const source = await newSource(engine)
    await opened(source)
    const { db } = rawly(source)
    await sql`insert into kysely_migration (name, timestamp) values ('900-later', '2030-01-01T00:00:00.000Z')`.execute(
      db,
    )
    expect(await refusal(source)).toMatchObject({ _tag: "StoreUnavailable", store: "collection", failure: "newer" })
  })
})

describe("a defect", () => {
  test("keeps name, code and frames, and drops the message everywhere", () => {
    const error = Object.assign(new RangeError(`${secret}\n    at ${secret} (x.ts:1:1)`), { code: "ERR_OUT_OF_RANGE" })
    const defect = new UnexpectedError(error)
    expect(defect).toMatchObject({ name: "RangeError", code: "ERR_OUT_OF_RANGE" })
    expect(defect.stack).toMatch(
      /^RangeError \[ERR_OUT_OF_RANGE\]: its message is left out.*\n {4}at .*defects\.test\.ts/,
    )
    expect(`${defect.stack}${defect.message}${JSON.stringify(defect)}`).not.toContain(secret)
  })

  test("keeps the cause in the same way, and drops a name, a code and a thrown text that could be a value", () => {
    const cause = Object.assign(new TypeError(secret), { name: `${secret} as a name`, code: `${secret} as a code` })
    const defect = new UnexpectedError(new Error(secret, { cause }))
    expect(defect.cause).toBeInstanceOf(UnexpectedError)
    expect(defect.cause).toMatchObject({ name: "Error", code: undefined })
    expect(`${(defect.cause as UnexpectedError).stack}`).not.toContain(secret)
    expect(new UnexpectedError(secret)).toMatchObject({ name: "thrown string" })
    expect(String(new UnexpectedError(secret).stack)).not.toContain(secret)
  })
})

const coded = (code: string, message = secret) => Object.assign(new Error(message), { code })
const sqlite = (errcode: number) => Object.assign(coded("ERR_SQLITE_ERROR"), { errcode })

test.each<readonly [Failure | undefined, readonly Error[]]>([
  ["busy", [sqlite(5), sqlite(6), sqlite(261), coded("55P03")]],
  ["disk-full", [sqlite(13), coded("ENOSPC"), coded("53100")]],
  ["disk-error", [sqlite(10), sqlite(778), coded("EIO"), coded("58030")]],
  ["read-only", [sqlite(8), coded("EROFS"), coded("25006")]],
  ["damaged", [sqlite(11), sqlite(26), coded("XX001")]],
  ["not-permitted", [sqlite(3), coded("EACCES"), coded("EPERM"), coded("42501")]],
  ["not-found", [coded("ENOENT")]],
  ["cannot-open", [sqlite(14)]],
  ["refused", [sqlite(19), sqlite(1811), coded("23505"), coded("P0001")]],
  ["conflict", [coded("40001"), coded("40P01")]],
  ["unreachable", [coded("ECONNREFUSED"), coded("ECONNRESET"), coded("57P01"), new Error("Connection terminated")]],
  ["access-denied", [coded("28P01"), coded("3D000")]],
  ["timeout", [coded("ETIMEDOUT"), coded("57014"), new Error("Query read timeout")]],
  ["exhausted", [coded("53300"), coded("EMFILE")]],
  [undefined, [sqlite(1), sqlite(21), coded("42601"), coded("XX000"), new TypeError("a timeout"), new Error(secret)]],
])("a driver's code for %s is classified, and nothing else is", (failure, errors) => {
  expect(errors.map(failureOf)).toEqual(errors.map(() => failure))
})

test("a missing file is named as missing, and not as read-only", async () => {
  const missing = attempt("backups", () => writeFileSync(join(newFolder(), "none", "file"), ""))
  const error = await Effect.runPromise(Effect.flip(missing))
  expect(error).toMatchObject({ failure: "not-found" })
  expect(error.message).toMatch(/^A file or folder of the backup is missing\./)
})

test("each failure names the store, says what was not done and what to do, in 25 words at most", () => {
  for (const store of stores)
    for (const failure of failures) {
      const { message } = new StoreUnavailable({ store, failure })
      expect(message.split(" ").length, message).toBeLessThanOrEqual(25)
      expect(message, message).toMatch(/\b(Nothing|not|may not)\b/)
      expect(message.split(". ").length, message).toBe(3)
      if (failure === "timeout") expect(message).toContain("timeout")
    }
})
