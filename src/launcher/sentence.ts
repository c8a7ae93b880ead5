/** What stops a start is said in one sentence that names what to do. */
import type { FromWeb } from "./message.ts"

type FailedToListen = Extract<FromWeb, { readonly kind: "failed-to-listen" }>

export const listeningSentence = ({ code }: FailedToListen, host: string, port: number): string => {
  switch (code) {
    case "EADDRINUSE":
      return `Port ${port} is already in use: stop what uses it, or set PORT to another number.`
    case "EACCES":
      return `This account may not listen on port ${port}: set PORT to a number above 1023.`
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return `HOST ${host} is not an address of this machine: set HOST to one that is, such as 127.0.0.1.`
    default:
      return `The platform cannot listen on ${host}, port ${port} (${code}): set HOST and PORT to others.`
  }
}
