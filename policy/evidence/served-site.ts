/** The site as it is served, for audits: its Content-Security-Policy and every host that its files name. */
import { Context } from "effect"

export class ServedSite extends Context.Service<
  ServedSite,
  {
    readonly contentSecurityPolicy: string
    /** Hosts of addresses in what the browser is sent, other than namespaces that nothing fetches. */
    readonly hosts: readonly string[]
  }
>()("policy/evidence/ServedSite") {}

/** Names of XML vocabularies look like addresses, and no browser asks for them. */
const vocabularies = ["www.w3.org"]

/** Every host that a text could make a browser ask. */
export const hostsNamedIn = (text: string): readonly string[] => {
  const named = [...text.matchAll(/(?:https?:|wss?:|["'(=\s])\/\/([a-z0-9.-]+\.[a-z]{2,})/gi)].map(
    ([, host = ""]) => host,
  )
  return [...new Set(named.map((host) => host.toLowerCase()))].filter((host) => !vocabularies.includes(host))
}
