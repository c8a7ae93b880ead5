/** A body is read up to its limit; when all bodies together are too much, the slowest makes room. */
import { PassThrough } from "node:stream"
import { expect, test } from "vitest"
import { readBodies } from "../../src/server/request-body.ts"

test("a body comes whole, in one piece or in many", async () => {
  const { read } = readBodies(1_000)
  const request = new PassThrough()
  const body = read(request, 100)
  request.write("ab")
  request.end("cd")
  expect((await body).toString()).toBe("abcd")
  const empty = new PassThrough()
  empty.end()
  expect((await read(empty, 100)).toString()).toBe("")
})

test("of a body over the limit no more is read", async () => {
  const { read } = readBodies(1_000)
  const request = new PassThrough()
  const body = read(request, 10)
  request.write("12345678901")
  expect(await body).toBe("too-much")
  expect(request.isPaused()).toBe(true)
})

test("a sender who goes away leaves nothing", async () => {
  const { read } = readBodies(10)
  const request = new PassThrough()
  const body = read(request, 10)
  request.write("1234567890")
  await new Promise(setImmediate)
  request.destroy(new Error("reset"))
  expect(await body).toBe("cut-off")
  const next = new PassThrough()
  next.end("1234567890")
  expect(await read(next, 10)).toHaveLength(10)
})

test("the body that has been arriving for longest makes room for the others", async () => {
  const { read, release } = readBodies(20)
  const [slow, slower, quick] = [new PassThrough(), new PassThrough(), new PassThrough()]
  const bodies = [slower, slow, quick].map((request) => read(request, 100))
  for (const request of [slower, slow]) request.write("12345678")
  await new Promise(setImmediate)
  quick.end("12345678")
  expect(await bodies[0]).toBe("cut-off")
  const answer = await bodies[2]
  expect(answer).toHaveLength(8)
  if (Buffer.isBuffer(answer)) release(answer)
  slow.end("1234")
  expect(await bodies[1]).toHaveLength(12)
})
