/** Each rule is given its audit's own verdict; where the audit could not look, that it is not checked, and why. */
import { Effect, Layer } from "effect"
import { expect, test } from "vitest"
import { madeUpGeography } from "../../../db/geography/made-up.ts"
import { AskedForms } from "../../../policy/evidence/asked-forms.ts"
import { GeographyInUse } from "../../../policy/evidence/geography-in-use.ts"
import { Recorded } from "../../../policy/evidence/recorded.ts"
import { ServedSite } from "../../../policy/evidence/served-site.ts"
import { type StoredColumn, StoredColumns } from "../../../policy/evidence/stored-columns.ts"
import { verdicts } from "../../../policy/report/audits.ts"
import { ruleIds } from "../../../policy/rule-id.ts"
import { CollectionWindow } from "../../../policy/window.ts"
import { forms } from "../../../surveys/forms.ts"
import { recorded } from "../dpia/recorded.ts"

type Site = ServedSite["Service"]

const told = (site?: Site, columns: readonly StoredColumn[] = []) => {
  const seen = Layer.mergeAll(
    Layer.succeed(AskedForms, forms),
    Layer.succeed(CollectionWindow, "always"),
    Layer.succeed(GeographyInUse, madeUpGeography),
    Layer.succeed(Recorded, recorded),
    Layer.succeed(StoredColumns, columns),
  )
  const looked = site === undefined ? verdicts : Effect.provideService(verdicts, ServedSite, site)
  return Effect.runSync(Effect.provide(looked, seen))
}

const strict = "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

test("every rule has one", () => {
  expect([...told().keys()].toSorted()).toEqual(ruleIds.toSorted())
})

test("what is served is not checked where nothing is served, and looked at where it is", () => {
  expect(told().get("first-party-only")).toMatchObject({
    status: "not checked",
    because: "the site is not being served here, so what it sends could not be looked at",
  })
  expect(told({ contentSecurityPolicy: strict, hosts: [] }).get("first-party-only")?.status).toBe("upheld")
  expect(told({ contentSecurityPolicy: strict, hosts: ["cdn.example"] }).get("first-party-only")?.status).toBe("broken")
  expect(told().get("opt-out-on-every-question")?.status).toBe("upheld")
})

test("an audit that falls over is not checked, and stops no other", () => {
  const unreadable = new Proxy<readonly StoredColumn[]>([], {
    get: () => {
      throw new Error("the store has gone")
    },
  })
  const found = told(undefined, unreadable)
  const because = "its audit could not be carried out"
  expect(found.get("responses-are-anonymous-and-final")).toEqual({ status: "not checked", because })
  expect(found.get("opt-out-on-every-question")?.status).toBe("upheld")
  expect(found.size).toBe(ruleIds.length)
})
