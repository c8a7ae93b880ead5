/** The only way out of the page: one mutation that sends the answers, and one that searches a register. */
import { createTRPCClient, TRPCClientError } from "@trpc/client"
import { httpLink } from "@trpc/client/links/httpLink"
import type { WireAnswers } from "../../policy/data/answer.ts"
import type { FormId } from "../../policy/data/form-id.ts"
import type { Found } from "../components/view.ts"
import type { AppRouter } from "../server/router.ts"

const client = createTRPCClient<AppRouter>({ links: [httpLink({ url: "/api/trpc" })] })

export type Sent = "sent" | "closed" | "try-again"

interface Response {
  readonly form: FormId
  readonly token: string
  readonly answers: WireAnswers
}

const failure = (error: unknown): Sent => {
  const reason = error instanceof TRPCClientError ? error.data?.refused?.reason : undefined
  return reason === "closed" || reason === "not-open-yet" ? "closed" : "try-again"
}

export const send = (response: Response): Promise<Sent> =>
  client.submit.mutate(response).then((): Sent => "sent", failure)

/** Nothing, where the search itself failed. */
export const search = (register: "school" | "council", words: string): Promise<readonly Found[]> =>
  client.search.mutate({ register, words }).then(
    ({ found }) => found,
    () => [],
  )
