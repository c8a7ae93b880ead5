/** Limits every connection: their number, one request at a time on each, and the time in which a reply must be read. */
import type { Socket } from "node:net"
import type { Exchange } from "./answer.ts"

export interface SocketLimits {
  /** Connections at once. */
  readonly most: number
  /** Bytes of replies that clients have not read yet, all together. */
  readonly unread: number
  /** Milliseconds in which any reply can be read, and how many bytes more each further second allows. */
  readonly reading: number
  readonly bytesASecond: number
  /** Milliseconds that the site has for its reply. */
  readonly answering: number
}

interface Watched {
  readonly exchange: Exchange
  /** By the clock. */
  readonly answerBy: number
  /** Set once the reply has been handed over. */
  readBy: number
  /** Bytes of the reply that the client has not taken, as it was handed over. */
  unsent: number
  isLast: boolean
  /** Requests that came before this reply. */
  dropped: number
}

/** A client that pipelines gets the reply under way; one that floods does not, or it would hold all that it sent in memory. */
const mostDropped = 8

export interface Sockets {
  readonly connected: (socket: Socket) => void
  /** Returns false for a request that came before the last one was answered: nothing is to be done for it. */
  readonly begin: (exchange: Exchange) => boolean
  /** Ends the connection for bytes that are no request, with these words unless a reply is under way. */
  readonly refuse: (socket: Socket, words: string) => void
  /** To be called again and again. */
  readonly check: () => void
}

/** `late` answers for a site that has not answered in time. */
export const watchSockets = (
  { most, unread, reading, bytesASecond, answering }: SocketLimits,
  late: (exchange: Exchange) => void,
  now: () => number = () => performance.now(),
): Sockets => {
  /** Those without a request under way, the one that has been so for longest first. */
  const quiet = new Set<Socket>()
  const exchanges = new Map<Socket, Watched>()
  let allUnsent = 0

  const connected = (socket: Socket): void => {
    socket.once("close", () => {
      quiet.delete(socket)
      exchanges.delete(socket)
    })
    if (quiet.size + exchanges.size >= most) {
      const [oldest = socket] = quiet
      quiet.delete(oldest)
      oldest.destroy()
    }
    if (!socket.destroyed) quiet.add(socket)
  }

  const handedOver = (watched: Watched): void => {
    watched.unsent = watched.exchange.response.writableLength
    watched.readBy = now() + reading + (watched.unsent / bytesASecond) * 1_000
    allUnsent += watched.unsent
    if (allUnsent > unread) endSlowest()
  }

  /** The client that has not read for longest goes first. */
  const endSlowest = (): void => {
    let excess = allUnsent - unread
    for (const [socket, { unsent }] of exchanges) {
      if (excess <= 0) return
      if (unsent > 0) socket.destroy()
      excess -= unsent
    }
  }

  /** The client learns that nothing after this reply was heard. */
  const endAfter = (watched: Watched): void => {
    if (watched.isLast) return
    watched.isLast = true
    const { request, response } = watched.exchange
    request.socket.pause()
    response.shouldKeepAlive = false
    response.once("finish", () => request.socket.destroySoon())
  }

  const refuse = (socket: Socket, words: string): void => {
    const underWay = exchanges.get(socket)
    if (underWay?.exchange.request.complete) endAfter(underWay)
    else if (!socket.writable || underWay?.exchange.response.headersSent) socket.destroy()
    else {
      socket.end(words)
      socket.destroySoon()
    }
  }

  const begin = (exchange: Exchange): boolean => {
    const { socket } = exchange.request
    if (socket.destroyed) return false
    const underWay = exchanges.get(socket)
    if (underWay !== undefined) {
      underWay.dropped += 1
      if (underWay.dropped > mostDropped) socket.destroy()
      else endAfter(underWay)
      return false
    }
    const watched: Watched = {
      exchange,
      answerBy: now() + answering,
      readBy: Number.POSITIVE_INFINITY,
      unsent: 0,
      isLast: false,
      dropped: 0,
    }
    quiet.delete(socket)
    exchanges.set(socket, watched)
    exchange.response.once("prefinish", () => handedOver(watched))
    exchange.response.once("close", () => {
      allUnsent -= watched.unsent
      exchanges.delete(socket)
      if (!socket.destroyed) quiet.add(socket)
    })
    return true
  }

  const check = (): void => {
    const time = now()
    for (const [socket, { exchange, answerBy, readBy }] of exchanges) {
      if (time > readBy) socket.destroy()
      else if (time > answerBy && !exchange.response.writableEnded) late(exchange)
    }
  }

  return { connected, begin, refuse, check }
}
