/** Reads a postcode file with quotes as CSV does: a comma inside quotes is part of its field, and an open quote is named. */
import { Effect, Result } from "effect"
import { expect, test } from "vitest"
import { importGeography } from "../../db/geography/import/import.ts"
import { nspl2025 } from "../support/geography-files.ts"
import { whole, written } from "../support/geography-written.ts"

const tags = ["postcode-only-for-geography"] as const

const importing = (postcodes: string) =>
  Effect.runPromise(
    Effect.result(
      importGeography({
        files: written({ ...whole, "NSPL_FEB_2025_UK.csv": postcodes }),
        part: true,
        progress: () => undefined,
      }),
    ),
  )

const withColumn = (csv: string, name: string, value: string): string =>
  csv
    .split("\r\n")
    .map((line, at) => line && `${line},${at === 0 ? name : value}`)
    .join("\r\n")

const because = (result: Awaited<ReturnType<typeof importing>>): string =>
  Result.isFailure(result) ? result.failure.message : "imported"

test("a comma inside quotes changes nothing", { tags: [...tags] }, async () => {
  const plain = await importing(nspl2025())
  const quoted = await importing(withColumn(nspl2025(), "parish", '"St John, Upper"'))
  expect(because(quoted)).toBe("imported")
  if (Result.isSuccess(plain) && Result.isSuccess(quoted))
    expect(Buffer.from(quoted.success.bytes).equals(plain.success.bytes)).toBe(true)
})

test("a quote that is not closed is named with its line", { tags: [...tags] }, async () => {
  const open = nspl2025().replace("ZZ1 1AB,ZZ1", '"ZZ1 1AB,ZZ1')
  expect(because(await importing(open))).toBe(
    "NSPL_FEB_2025_UK.csv, line 3: a quote is opened in this record and never closed",
  )
})
