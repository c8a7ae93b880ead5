/** A response of every whole shape is stored before it is acknowledged: nothing answered, everything declined, on each form. */
import { createHash } from "node:crypto"
import { Effect, Layer } from "effect"
import { describe, expect, test } from "vitest"
import { GeographyLookup } from "../../db/geography/lookup.ts"
import { registersLayer } from "../../db/geography/registers.ts"
import { dayOf } from "../../db/keys/civil-day.ts"
import { formIds } from "../../policy/data/form-id.ts"
import { CollectionWindow } from "../../policy/window.ts"
import { Channel, noComplaints } from "../../src/server/channel.ts"
import { setHeadersOfEveryReply } from "../../src/server/replies.ts"
import { SealingQueue } from "../../src/server/sealing-queue.ts"
import { submit } from "../../src/server/submit.ts"
import { formOf } from "../../surveys/forms.ts"
import { newKeyPair } from "../support/arrival.ts"
import { code, offences, uncommented } from "../support/sources.ts"
import { newSource, opened, rawly } from "../support/store.ts"

const tags = ["opt-out-on-every-question" as const, "responses-are-anonymous-and-final" as const]

const shapes = formIds.flatMap((form) => {
  const questions = formOf(form).pages.flatMap((page) => page.questions)
  const asked = questions.filter(({ askedWhen }) => askedWhen === undefined)
  return [
    { form, answers: {} },
    { form, answers: Object.fromEntries(asked.map(({ key }) => [key, "prefer-not-to-say"])) },
  ]
})

describe("every shape", { tags }, () => {
  test("is stored once, and only then acknowledged", async () => {
    const source = await newSource("sqlite")
    const collection = await opened(source)
    const { publicKey } = await newKeyPair()
    const channel = Layer.succeed(Channel, {
      publicKeyOf: (day: string) => (day === dayOf(Date.now()) ? publicKey : undefined),
      pageKeys: () => ({}),
      waitingKeys: () => ({}),
      isClosing: () => false,
      isReady: () => true,
      complaints: noComplaints,
      append: (items) =>
        Effect.promise(() =>
          collection.append(
            items.map(({ token, sealed }) => ({ hash: createHash("sha256").update(token).digest(), sealed })),
            "2099-01-01",
          ),
        ),
    })
    const door = Layer.mergeAll(
      Layer.succeed(CollectionWindow, "always"),
      registersLayer,
      GeographyLookup.layer,
      Layer.provideMerge(SealingQueue.layer, channel),
    )
    const outcomes = await Effect.runPromise(
      Effect.forEach(
        shapes,
        ({ form, answers }, at) =>
          submit({ form, answers, token: `0f0e0d0c-0b0a-4908-8706-${`${at}`.padStart(12, "0")}` }),
        { concurrency: 4 },
      ).pipe(Effect.provide(door)),
    )
    expect(outcomes).toEqual(shapes.map(() => "stored"))
    const rows = await rawly(source).db.selectFrom("response").select("form").execute()
    const countOf = (form: string) => rows.filter((row) => row.form === form).length
    expect(formIds.map(countOf)).toEqual(formIds.map(() => 2))
  })
})

test("no reply to a child sets a cookie", { tags: ["no-direct-identifiers"] }, () => {
  const names: string[] = []
  const response = { setHeader: (name: string) => void names.push(name.toLowerCase()) }
  setHeadersOfEveryReply(response as unknown as Parameters<typeof setHeadersOfEveryReply>[0])
  expect(names.length).toBeGreaterThan(3)
  expect(names).not.toContain("set-cookie")
  // A session of staff is held by a cookie of the process that serves them alone.
  const forChildren = code.filter(({ file }) => !/^src\/staff\//.test(file))
  expect(
    offences(forChildren, ({ text }) => (/set-cookie|document\.cookie/i.test(uncommented(text)) ? ["a cookie"] : [])),
  ).toEqual([])
})
