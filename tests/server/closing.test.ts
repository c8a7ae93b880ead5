/** Once the collection begins to close, the running site takes nothing more and says so kindly, and it stays so when started again. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Effect } from "effect"
import { afterEach, expect, test } from "vitest"
import { openCollection } from "../../db/collection/collection.ts"
import { samples } from "../../src/commands/sample.ts"
import { collectionFile } from "../../src/deployment/storage.ts"
import { closingToday } from "../support/policy/custody.ts"
import { request, submit } from "../support/request.ts"
import { type Service, startService } from "../support/service.ts"

const dataDir = mkdtempSync(join(tmpdir(), "big-ask-"))
let running: Service | undefined
afterEach(async () => {
  await running?.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

const source = { dialect: "sqlite", file: collectionFile(dataDir) } as const

const beginClosing = () =>
  Effect.runPromise(
    Effect.scoped(
      Effect.gen(function* () {
        const collection = yield* openCollection(source, "rehearsal")
        yield* collection.beginClosing(yield* closingToday)
      }),
    ),
  )

const send = async ({ url }: Service) => {
  const answer = await submit(url, (samples("9-12", 3) ?? [].values()).next().value)
  return [answer.status, JSON.parse(answer.text).error?.data.refused.reason]
}

test("a site whose collection begins to close", { timeout: 60_000 }, async () => {
  running = await startService({ dataDir })
  expect(await send(running)).toEqual([200, undefined])
  await beginClosing()
  // The writer looks every other second, or later on a busy machine.
  const service = running
  await expect.poll(() => send(service), { timeout: 30_000, interval: 250 }).toEqual([403, "closed"])
  const page = await request(running.url, { path: "/survey/9-12" })
  expect(page.text).toMatch(/closed|finished/i)
  expect(page.text).not.toContain("<form")
  await running.stop()
  running = await startService({ dataDir })
  expect(await send(running)).toEqual([403, "closed"])
  expect((await request(running.url, { path: "/survey/9-12" })).text).not.toContain("<form")
})
