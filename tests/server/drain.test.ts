/** The real service ends as it began, on a signal and in good order: what it acknowledged is on the disk, and nobody is left behind. */
import { mkdtempSync, rmSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as delay } from "node:timers/promises"
import { afterEach, expect, test } from "vitest"
import { canonicalJson } from "../../policy/record/canonical-json.ts"
import { samples } from "../../src/commands/sample.ts"
import { openedAnswers } from "../support/collected-answers.ts"
import { keptOf } from "../support/expected-row.ts"
import { behindProxy, fromAnywhere } from "../support/networks.ts"
import { childrenOf, isAlive } from "../support/platform.ts"
import { each, kept, submit } from "../support/request.ts"
import { type Ended, type Service, startService, tryService } from "../support/service.ts"
import { limitHere } from "../support/slowness.ts"

const connections = 32

let dataDir = ""
const newFolder = () => {
  dataDir = mkdtempSync(join(tmpdir(), "big-ask-"))
  return dataDir
}
/** What the output says to a person: the rest are the lines of the log. */
const sentences = (output: string): readonly string[] => output.split("\n").filter((line) => !/^(\{.*\}|)$/.test(line))

afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

const ending = async (service: Service | Ended): Promise<Ended> => ("pid" in service ? service.stop() : service)

test(`SIGTERM while ${connections} connections post`, { timeout: 120_000 }, async () => {
  const service = await startService({ ...behindProxy, dataDir: newFolder() })
  const children = childrenOf(service.pid).map(({ pid }) => pid)
  expect(children).toHaveLength(3)
  const agent = kept(connections)
  const acknowledged: string[] = []
  let refused = 0
  let over = false
  const posting = each((samples("all", 5) ?? [].values()).take(20_000).toArray(), connections, async (one) => {
    if (over) return
    const body = JSON.stringify(one)
    const answer = await submit(service.url, body, { agent, headers: fromAnywhere() }).catch(() => undefined)
    if (answer?.status === 200) acknowledged.push(body)
    else if (answer === undefined) over = true
    else refused++
  })
  await delay(1_000)
  const began = performance.now()
  service.signal("SIGTERM")
  const { code, output } = await service.ended
  const took = performance.now() - began
  over = true
  await posting
  agent.destroy()

  expect(code).toBe(0)
  // It ends by itself, before the launcher's patience ends.
  expect(took).toBeLessThan(10_000)
  expect(children.filter(isAlive)).toEqual([])
  expect(acknowledged.length).toBeGreaterThan(50)
  expect(sentences(output)).toEqual(sentences(service.opening))
  const rows = (await openedAnswers(dataDir)).map((row) => canonicalJson(row))
  const counts = Map.groupBy(rows, (row) => row)
  const lost = acknowledged.filter((body) => counts.get(keptOf(body)?.kept ?? "")?.pop() === undefined)
  expect(lost).toHaveLength(0)
  console.log(`${acknowledged.length} acknowledged, ${rows.length} kept, ${refused} asked to come again, 0 lost`)
})

test("a port in use is named in one sentence", { timeout: 60_000 }, async () => {
  const other = createServer()
  const port = await new Promise<number>((resolve) =>
    other.listen(0, "127.0.0.1", () => {
      const address = other.address()
      resolve(typeof address === "object" && address !== null ? address.port : 0)
    }),
  )
  const ended = await ending(await tryService({ port, dataDir: newFolder() }))
  other.close()
  expect({ ...ended, said: sentences(ended.output) }).toMatchObject({
    code: 1,
    said: [expect.stringMatching(/^Port \d+ is already in use: [^\n]+$/)],
  })
})

test("a second start takes less than three seconds", {
  timeout: 120_000,
}, async () => {
  newFolder()
  await (await startService({ dataDir })).stop()
  const took: number[] = []
  // The best of three, since this machine may be busy with something else.
  for (let time = 0; time < 3; time++) {
    const service = await startService({ dataDir })
    took.push(service.startTook)
    await service.stop()
  }
  expect(Math.min(...took)).toBeLessThan(limitHere(3_000, Math.min(...took)))
})
