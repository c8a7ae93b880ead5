/** Reads the body of a post up to a limit, chunked or not, before anybody takes a turn for it. */
import type { Readable } from "node:stream"

/** `cut-off`: the sender has gone, or made room for others because it was slow. */
export type Body = Buffer | "too-much" | "cut-off"

export interface Bodies {
  /** `limit` in bytes. The bytes count until `release`. */
  readonly read: (request: Readable, limit: number) => Promise<Body>
  readonly release: (body: Buffer) => void
}

interface Reading {
  size: number
  readonly end: (body: Body) => void
}

/** `most`: bytes of all bodies together, those still arriving and those waiting for an answer. */
export const readBodies = (most: number): Bodies => {
  let held = 0
  /** In the order of their beginning. */
  const readings = new Set<Reading>()

  /** A true submission arrives in one piece: one that has been arriving for longest is the slowest. */
  const makeRoom = (): void => {
    for (const { end } of readings) {
      if (held <= most) return
      end("cut-off")
    }
  }

  const read = (request: Readable, limit: number): Promise<Body> =>
    new Promise((resolve) => {
      const chunks: Buffer[] = []
      const onData = (chunk: Buffer): void => {
        held += chunk.length
        reading.size += chunk.length
        chunks.push(chunk)
        if (reading.size > limit) reading.end("too-much")
        else makeRoom()
      }
      const onEnd = (): void => reading.end(Buffer.concat(chunks))
      const onClose = (): void => reading.end("cut-off")
      const reading: Reading = {
        size: 0,
        end: (body) => {
          if (!readings.delete(reading)) return
          request.off("data", onData).off("end", onEnd).off("close", onClose)
          if (typeof body === "string") {
            held -= reading.size
            request.pause()
          }
          resolve(body)
        },
      }
      readings.add(reading)
      // An error is followed by the close.
      request.on("error", () => undefined)
      request.on("data", onData).on("end", onEnd).on("close", onClose)
    })

  return {
    read,
    release: (body) => {
      held -= body.length
    },
  }
}
