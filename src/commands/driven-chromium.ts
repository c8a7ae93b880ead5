/** Starts a Chromium without a window and speaks with it over two pipes (Chrome DevTools Protocol): no port is opened. */
import { spawn } from "node:child_process"
import type { Readable, Writable } from "node:stream"
import { setTimeout as delay } from "node:timers/promises"

type Fields = Readonly<Record<string, unknown>>

export interface DrivenChromium {
  readonly ask: (method: string, params: Fields, sessionId?: unknown) => Promise<Fields>
  /** Waits until the page of this session is complete. */
  readonly loaded: (sessionId: unknown) => Promise<void>
  readonly end: () => Promise<void>
}

const isObject = (value: unknown): value is Fields => typeof value === "object" && value !== null

/** A new tab is complete too, before it goes anywhere. */
const isThere = 'location.protocol === "file:" && document.readyState'

/** Each message ends with a zero byte. */
const listen = (pipe: Readable, hear: (message: Fields) => void): void => {
  let rest = ""
  pipe.setEncoding("utf8").on("data", (text: string) => {
    const parts = `${rest}${text}`.split("\0")
    rest = parts.pop() ?? ""
    for (const part of parts) {
      const message: unknown = JSON.parse(part)
      if (isObject(message)) hear(message)
    }
  })
}

export const driven = (program: string, profile: string): DrivenChromium => {
  const child = spawn(
    program,
    [
      ...["--headless", "--disable-gpu", "--no-first-run", "--remote-debugging-pipe", `--user-data-dir=${profile}`],
      ...(process.getuid?.() === 0 ? ["--no-sandbox", "--no-zygote"] : []),
    ],
    { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] },
  )
  const [write, read] = [child.stdio[3] as Writable, child.stdio[4] as Readable]
  const waiting = new Map<number, { readonly done: (result: Fields) => void; readonly fail: (error: Error) => void }>()
  const ended = new Promise<void>((done) => {
    const stop = (): void => {
      for (const { fail } of waiting.values()) fail(new Error("the browser ended"))
      waiting.clear()
      done()
    }
    child.on("exit", stop).on("error", stop)
  })
  write.on("error", () => undefined)
  listen(read, ({ id, result, error }) => {
    const asked = waiting.get(Number(id))
    waiting.delete(Number(id))
    if (isObject(result)) asked?.done(result)
    else if (error !== undefined) asked?.fail(new Error("the browser refused"))
  })
  let last = 0
  const ask: DrivenChromium["ask"] = (method, params, sessionId) =>
    new Promise((done, fail) => {
      last += 1
      waiting.set(last, { done, fail })
      write.write(`${JSON.stringify({ id: last, method, params, ...(sessionId !== undefined && { sessionId }) })}\0`)
    })
  const loaded = async (sessionId: unknown): Promise<void> => {
    for (;;) {
      const { result } = await ask("Runtime.evaluate", { expression: isThere }, sessionId)
      if (isObject(result) && result["value"] === "complete") return
      await delay(50)
    }
  }
  return {
    ask,
    loaded,
    end: async () => {
      child.kill("SIGKILL")
      await ended
    },
  }
}
