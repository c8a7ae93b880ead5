/** The only way out of the page: one procedure that stores the answers, and one that searches a register. */
import type { inferRouterInputs } from "@trpc/server"
import type { WireAnswers } from "../../policy/data/answer.ts"
import type { FormId } from "../../policy/data/form-id.ts"
import type { Found } from "../components/view.ts"
import type { Refused } from "../server/refused.ts"
import type { AppRouter } from "../server/router.ts"
import type { Work } from "../server/senders/work.ts"

type Inputs = inferRouterInputs<AppRouter>

/** What the server replies: docs/api.md. */
interface Reply {
  readonly result?: { readonly data: { readonly found?: readonly Found[] } }
  readonly error?: { readonly data: { readonly refused?: Refused } }
}

const server = "/api/trpc"

/** Milliseconds. A network may hold a reply back for ever; a child must not wait as long. */
const longest = { submit: 30_000, submitWaiting: 30_000, search: 10_000 } as const

/** tRPC's own client would be a quarter of the survey's script. Fails on a reply that is late, cut off or not ours. */
const call = async (procedure: keyof Inputs, input: Inputs[keyof Inputs]): Promise<Reply> => {
  const waiting = new AbortController()
  const tooLate = setTimeout(() => waiting.abort(), longest[procedure])
  try {
    const reply = await fetch(`${server}/${procedure}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(input),
      signal: waiting.signal,
    })
    return await reply.json()
  } finally {
    clearTimeout(tooLate)
  }
}

/** Not sent because of one question, which the child may answer again. */
export interface NotTaken {
  readonly question: string
}

export type Sent = "sent" | "closed" | "try-again" | NotTaken

export interface Response {
  readonly form: FormId
  readonly token: string
  readonly answers: WireAnswers
}

const failure = ({ reason, question }: Partial<Refused>): Sent => {
  if (reason === "closed" || reason === "not-open-yet") return "closed"
  return typeof question === "string" ? { question } : "try-again"
}

type Reached = "stored" | Partial<Refused> | undefined

/**
 * Where many send from one network, the same is sent again with work done, or after a wait: the page says "please wait".
 * `undefined` where no reply came.
 */
const deliver = async (
  procedure: "submit" | "submitWaiting",
  input: Inputs["submit"] | Inputs["submitWaiting"],
  work?: Work | "cannot",
): Promise<Reached> => {
  try {
    const { result, error } = await call(procedure, { ...input, ...(work !== undefined && { work }) })
    if (result) return "stored"
    const refused: Partial<Refused> = error?.data.refused ?? {}
    return refused.first ? deliver(procedure, input, await (await import("./work.ts")).done(refused.first)) : refused
  } catch {
    return undefined
  }
}

export const deliverWaiting = (survey: Inputs["submitWaiting"]): Promise<Reached> => deliver("submitWaiting", survey)

export const send = async (response: Response): Promise<Sent> => {
  const reply = await deliver("submit", response)
  return reply === "stored" ? "sent" : failure(reply ?? {})
}

/** `undefined` where the search itself failed. */
export const search = async (register: "school" | "council", words: string): Promise<readonly Found[] | undefined> => {
  const reply = await call("search", { register, words }).catch((): Reply => ({}))
  return reply.result?.data.found
}
