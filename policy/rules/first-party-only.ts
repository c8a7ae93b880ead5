/** A child's browser is asked to speak to this site and to no other. */
import { defineRule } from "../rule.ts"
import { judge, upheldUnless } from "../verdict.ts"

/** What each directive may allow: this site, pictures written into the page, the hash of our own style. */
const allowed = /^('none'|'self'|data:|'sha256-[A-Za-z0-9+/=]+')$/

/** Directives that allow more than this site, and those that must be there and are not. */
export const looseDirectives = (policy: string): readonly string[] => {
  const directives = policy.split(";").map((each) => each.trim().split(/\s+/))
  const names = directives.map(([name = ""]) => name)
  const loose = directives.filter(
    ([, ...sources]) => sources.length === 0 || !sources.every((each) => allowed.test(each)),
  )
  const needed = ["default-src", "base-uri", "form-action", "frame-ancestors"].filter((name) => !names.includes(name))
  const scripted = directives.filter(([name, ...sources]) => name === "script-src" && sources.includes("data:"))
  return [
    ...loose.map((each) => `${each[0]} allows more than this site`),
    ...needed.map((name) => `${name} is not set`),
    ...scripted.map(() => "script-src allows script written into the page"),
  ]
}

export const firstPartyOnly = defineRule({
  id: "first-party-only",
  statement: "The survey is served from the Commissioner's own site and asks nothing of any other.",
  source: { section: 1, quote: "collected through bespoke survey forms on the CCO website" },
  law: ["UK GDPR Art 5(1)(f)", "UK GDPR Art 25", "PECR reg 6"],
  enforcedBy: ["runtime", "test"],
  enforcedAt: ["src/pages/document.tsx#htmlHeaders", "src/server/replies.ts#setHeadersOfEveryReply"],
  audit: ({ servedSite }) =>
    judge({ servedSite }, ({ servedSite: { contentSecurityPolicy, hosts } }) =>
      upheldUnless(
        [...hosts.map((host) => `${host} is named in a served page`), ...looseDirectives(contentSecurityPolicy)],
        "0 other hosts in served pages, and a Content-Security-Policy that allows none",
      ),
    ),
})
