/** Says whether an answer would be stored now: a write was durable within the last seconds. */
import { Effect } from "effect"
import { Channel } from "../server/channel.ts"
import { respond } from "../server/services.ts"

const headers = { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" }

export const GET = (): Promise<Response> =>
  respond(
    Effect.map(Channel, ({ isReady }) =>
      isReady()
        ? new Response("ready", { headers })
        : new Response("not ready: answers are not stored now", {
            status: 503,
            headers: { ...headers, "Retry-After": "5" },
          }),
    ),
  )
