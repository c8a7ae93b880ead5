/** A line of the log is JSON with its time in UTC and fields of the allow-list alone, whatever it is handed. */
import { expect, test } from "vitest"
import { errorClass, type LogEntry, logTo } from "../../src/deployment/log.ts"

const lines: string[] = []
const log = logTo(
  (line) => lines.push(line),
  () => new Date("2026-11-30T21:05:00.123Z"),
)

test("an entry is one line that says when, which process and what", () => {
  log({ process: "web", event: "request-failed", error: errorClass(new TypeError("zebedee\n{}")) })
  expect(lines.splice(0)).toEqual([
    '{"at":"2026-11-30T21:05:00","process":"web","event":"request-failed","error":"TypeError"}\n',
  ])
})

test("a field that is not on the list is left out, and a name that is no class becomes Unknown", () => {
  const entry: LogEntry & Readonly<Record<string, unknown>> = { process: "web", event: "opened", answer: "zebedee" }
  log(entry as LogEntry)
  const named = Object.assign(new Error("zebedee"), { name: 'x\n{"event":"opened"}' })
  log({ process: "web", event: "request-failed", error: errorClass(named) })
  expect(lines.join("")).not.toContain("zebedee")
  expect(lines.splice(0).map((line) => JSON.parse(line))).toMatchObject([{ event: "opened" }, { error: "Unknown" }])
})
