import type { APIEvent } from "@solidjs/start/server"
export const GET = (_e: APIEvent) => new Response("<h1>hi</h1>", { headers: { "content-type": "text/html" } })
