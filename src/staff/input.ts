/** Reads what a page or a script sent, against its schema: nothing unknown, nothing twice, nothing of another kind. */
import { Effect, Schema } from "effect"
import { BadInput, type Visit } from "./visit.ts"

const strict = { onExcessProperty: "error" } as const

const unusable = new BadInput({ message: "That is not what this page sends. Nothing was done. Load it again." })

const kindOf = ({ request }: Visit): string => (request.headers.get("content-type") ?? "").split(";")[0] ?? ""

const jsonIn = Schema.decodeUnknownEffect(Schema.fromJsonString(Schema.Unknown))

export const fromScript = <S extends Schema.Decoder<unknown>>(schema: S) =>
  Effect.fnUntraced(
    function* (visit: Visit) {
      if (kindOf(visit) !== "application/json") return yield* unusable
      const value = yield* jsonIn(visit.body)
      return yield* Schema.decodeUnknownEffect(schema, strict)(value)
    },
    Effect.mapError(() => unusable),
  )

export const fromForm = <S extends Schema.Decoder<unknown>>(schema: S) =>
  Effect.fnUntraced(
    function* (visit: Visit) {
      const sent = [...new URLSearchParams(visit.body)]
      const isTwice = new Set(sent.map(([name]) => name)).size < sent.length
      if (kindOf(visit) !== "application/x-www-form-urlencoded" || isTwice) return yield* unusable
      return yield* Schema.decodeUnknownEffect(schema, strict)(Object.fromEntries(sent))
    },
    Effect.mapError(() => unusable),
  )
