/** Describes the site as a browser receives it, and finds every host that a text names. */

export interface ServedSite {
  readonly contentSecurityPolicy: string
  /** Hosts of addresses in the files sent to a browser, other than namespaces that nothing fetches. */
  readonly hosts: readonly string[]
}

/** Names of XML vocabularies look like addresses, and no browser asks for them. */
const vocabularies = ["www.w3.org"]

/** Every host that a text could make a browser ask. */
export const hostsNamedIn = (text: string): readonly string[] => {
  const hosts = [...text.matchAll(/(?:https?:|wss?:|["'(=\s])\/\/([a-z0-9.-]+\.[a-z]{2,})/gi)].map(([, host = ""]) =>
    host.toLowerCase(),
  )
  return [...new Set(hosts)].filter((host) => !vocabularies.includes(host))
}
