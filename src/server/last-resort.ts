/** Keeps the process serving after an error that nobody caught: the request that it came from is answered, and its class is logged. */
import { AsyncLocalStorage } from "node:async_hooks"
import { errorClass } from "../deployment/log.ts"
import type { FromWeb } from "../deployment/messages.ts"

/** Milliseconds in which the same class is logged once: an error that a client can cause must not fill the log. */
const pause = 10_000

export interface LastResort<Request extends object> {
  /** Does the work for a request, and answers for it where it fails, now or later. */
  readonly run: (request: Request, work: () => unknown) => void
  /** From now on no error ends the process. */
  readonly guard: () => void
}

/** `answer` replies to the request that failed; it is called once at most for each. */
export const lastResort = <Request extends object>(
  tell: (message: FromWeb) => void,
  answer: (request: Request) => void,
  now: () => number = () => performance.now(),
): LastResort<Request> => {
  const current = new AsyncLocalStorage<Request>()
  const logged = new Map<string, number>()

  const failed = (error: unknown, request: Request | undefined): void => {
    const name = errorClass(error)
    if (now() >= (logged.get(name) ?? 0)) {
      logged.set(name, now() + pause)
      tell({ kind: "log", entry: { process: "web", event: "request-failed", error: name } })
    }
    if (request) answer(request)
  }

  return {
    run: (request, work) => {
      current.run(request, () => {
        try {
          Promise.resolve(work()).catch((error: unknown) => failed(error, request))
        } catch (error) {
          failed(error, request)
        }
      })
    },
    guard: () => {
      for (const event of ["uncaughtException", "unhandledRejection"] as const)
        process.on(event, (error: unknown) => failed(error, current.getStore()))
    },
  }
}
