/** Served pages name no other host, and their policy lets the browser contact none. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { seen } from "../../policy/facts/fact.ts"
import { hostsNamedIn, type ServedSite } from "../../policy/facts/served-site.ts"
import { firstPartyOnly, looseDirectives } from "../../policy/rules/first-party-only.ts"
import { contentSecurityPolicy } from "../../src/pages/document.tsx"
import { factsWith } from "../support/policy/facts.ts"

const tags = ["first-party-only"] as const
const served = join(import.meta.dirname, "..", "..", ".output", "public")

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesBelow(path) : [path]
  })

const auditOf = (site: ServedSite) => firstPartyOnly.audit(factsWith({ servedSite: seen(site) }))

describe("is refused", { tags: [...tags] }, () => {
  const loosened = [
    contentSecurityPolicy.replace("script-src 'self'", "script-src 'self' https://cdn.example"),
    contentSecurityPolicy.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'"),
    contentSecurityPolicy.replace("script-src 'self'", "script-src 'self' data:"),
    contentSecurityPolicy.replace("connect-src 'self'", "connect-src *"),
    contentSecurityPolicy.replace("default-src 'none'; ", ""),
    contentSecurityPolicy.replace("form-action 'self'", "form-action"),
    `${contentSecurityPolicy}; font-src https:`,
  ]
  it("every way of loosening the policy", () => {
    assert.deepStrictEqual(looseDirectives(contentSecurityPolicy), [])
    for (const policy of loosened) assert.isNotEmpty(looseDirectives(policy), policy)
  })

  it("a host is found however it is written", () => {
    for (const text of [
      "https://a.example/x",
      "url(//a.example/f.woff2)",
      'src="//a.example"',
      "wss://a.example",
      "'//A.Example'",
    ])
      assert.deepStrictEqual(hostsNamedIn(text), ["a.example"])
    assert.deepStrictEqual(hostsNamedIn('<svg xmlns="http://www.w3.org/2000/svg"> // a comment.here'), [])
  })
})

describe("does not name another host", { tags: [...tags] }, () => {
  const source = join(import.meta.dirname, "..", "..", "src")
  /** Of our own making: the launcher's line, the page's own host and the health check. */
  const ours = /http:\/\/localhost\/health|https?:\/\/\$\{/g

  it("no source of the site names another host, in a style sheet or in code", () => {
    const files = [source, join(source, "..", "surveys"), join(source, "..", "public")].flatMap(filesBelow)
    const texts = files.filter((file) => /\.(css|tsx?|mjs|svg|html)$/.test(file))
    assert.isAbove(texts.length, 100)
    const named = texts.filter((file) => hostsNamedIn(readFileSync(file, "utf8").replaceAll(ours, "")).length > 0)
    assert.deepStrictEqual(named, [])
  })
})

describe("audit", { tags: [...tags] }, () => {
  it("is upheld by everything that the build serves", () => {
    assert.isTrue(existsSync(served), "npm test builds the site first")
    const files = filesBelow(served).filter((file) => !/\.(gz|br)$/.test(file))
    assert.isAbove(files.length, 20)
    const hosts = files.flatMap((file) => hostsNamedIn(readFileSync(file, "utf8")))
    const verdict = auditOf({ contentSecurityPolicy, hosts })
    assert.strictEqual(verdict.status, "upheld", JSON.stringify(verdict))
  })

  it("is broken by one font from elsewhere, and by a looser policy", () => {
    const font = auditOf({
      contentSecurityPolicy,
      hosts: hostsNamedIn("@import url(https://fonts.example/css)"),
    })
    assert.strictEqual(font.status, "broken")
    const loose = auditOf({ contentSecurityPolicy: "default-src *", hosts: [] })
    assert.strictEqual(loose.status, "broken")
  })
})
