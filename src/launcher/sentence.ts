/** Writes the sentences that the launcher prints for the operator as it opens or cannot. */
import type { Mode } from "../../policy/data/mode.ts"
import type { ImportedGeography } from "../../policy/deployment/opening.ts"
import type { Sandbox } from "./sandbox.ts"

const placesSentence = (imported: ImportedGeography): string =>
  imported === "none"
    ? "Its places, schools and councils are made up. Bring the published ones with: npm run ask -- geography import FILE…"
    : "Its places are a part of England, for rehearsal."

/** Reached from this machine alone. */
const isLoopback = (host: string): boolean => /^(?:127(?:\.\d+){3}|::1|localhost)$/.test(host)

const reachSentence = (host: string): string =>
  `HOST ${host} lets anyone who can reach this machine reach this rehearsal, without encryption. To keep it to this machine: HOST=127.0.0.1`

interface Opened {
  readonly mode: Mode
  readonly host: string
  readonly url: string
  readonly imported: ImportedGeography
}

export const openSentence = ({ mode, host, url, imported }: Opened): string => {
  const { pid } = process
  return [
    `The Big Ask is open for ${mode} at ${url} (process ${pid}). Stop it with: kill ${pid}`,
    ...(imported === "England" ? [] : [placesSentence(imported)]),
    ...(mode === "rehearsal" && !isLoopback(host) ? [reachSentence(host)] : []),
  ].join("\n")
}

/** What separates `web` from the rest of the machine. */
export const wallSentence = (sandbox: Pick<Sandbox, "filters"> | undefined, underAccounts: boolean): string => {
  if (sandbox?.filters)
    return "The web process runs in a sandbox (bubblewrap): it has no network, sees no other process, and can start none."
  if (sandbox)
    return "The web process runs in a sandbox (bubblewrap): it has no network and sees no other process. Kernel calls are not filtered on this machine."
  if (underAccounts) return "The web process runs under an account of its own. No sandbox (bubblewrap) works here."
  return "Only Node's permission model separates the web process from this account's other processes and files. Install bubblewrap for a sandbox."
}

/** `code` is that of the system's error. */
export const listeningSentence = (code: string, host: string, port: number): string => {
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
