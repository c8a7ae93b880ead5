/** Programs of others may use tRPC's own client: it sends a survey, searches a register, and reads a refusal, typed. */
import { randomUUID } from "node:crypto"
import { createTRPCClient, httpLink, TRPCClientError } from "@trpc/client"
import { beforeAll, expect, test } from "vitest"
import type { AppRouter } from "../../src/server/router.ts"
import { sharedService } from "../support/service.ts"

beforeAll(sharedService, 300_000)

const clientOf = (url: string) =>
  createTRPCClient<AppRouter>({ links: [httpLink({ url: `${url}/api/trpc`, headers: { origin: url } })] })

test("a survey is accepted, a search finds, and a refusal says what to do", { timeout: 60_000 }, async () => {
  const client = clientOf((await sharedService()).url)
  const answers = { "better-life": "same", support: ["none-of-these"] }
  expect(await client.submit.mutate({ form: "9-12", token: randomUUID(), answers })).toEqual({ accepted: true })

  const { found } = await client.search.mutate({ register: "school", words: "a" })
  expect(Array.isArray(found)).toBe(true)

  const both = { support: ["none-of-these", "teacher"] }
  const refusal = await client.submit.mutate({ form: "9-12", token: randomUUID(), answers: both }).catch((each) => each)
  expect(refusal).toBeInstanceOf(TRPCClientError)
  expect(refusal.data.refused).toMatchObject({ reason: "not-understood", question: "support" })
})
