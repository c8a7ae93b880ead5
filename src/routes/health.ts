/** Says that the service answers; nothing more. */
export const GET = (): Response => new Response("ok", { headers: { "Content-Type": "text/plain; charset=utf-8" } })
