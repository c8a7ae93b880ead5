/** A result counts for the code that it was found in, and for no other; words give the reason. */
import { expect, test } from "vitest"
import { type Build, ofThisBuild, short, whyNot } from "../../../policy/report/build.ts"
import { now } from "../../support/policy/report/made.ts"

const otherCommit = "d".repeat(40)
const unknown = "it is not known which code this is"
const changed = "the tests have been run, but the code here has changes that no commit holds"
const otherPackages = "the tests have been run with other packages, not with these"

test.for<readonly [string, Build, Partial<Build>, string | undefined]>([
  ["of this build", now, now, undefined],
  ["that names no lockfile", now, { commit: now.commit, clean: true }, undefined],
  ["that does not say whether the tree was clean", now, { commit: now.commit, lockfile: now.lockfile }, undefined],
  ["of code that is not known here", { ...now, commit: "unknown" }, now, unknown],
  ["that names no commit", now, { clean: true, lockfile: now.lockfile }, unknown],
  ["of a commit that was not known there", now, { ...now, commit: "unknown" }, unknown],
  ["of another commit", now, { ...now, commit: otherCommit }, /other code \(commit d{12}\), not on this/.source],
  ["with other packages", now, { ...now, lockfile: "b".repeat(64) }, otherPackages],
  ["of a changed tree", now, { ...now, clean: false }, changed],
  ["of what has changed since", { ...now, clean: false }, now, changed],
])("a result %s", ([, here, found, why]) => {
  const told = whyNot("the tests have", here, found)
  if (why === undefined) expect(told).toBeUndefined()
  else expect(told).toMatch(new RegExp(why))
  expect(ofThisBuild("the tests have", here, found).checked).toBe(why === undefined)
})

test("what was found is handed on as it is, and what was never run as the reason", () => {
  const found = { ...now, passed: 3 }
  expect(ofThisBuild("the tests have", now, found)).toEqual({ checked: true, found })
  expect(ofThisBuild("the tests have", now, undefined)).toEqual({
    checked: false,
    because: "the tests have not been run here",
  })
  expect(ofThisBuild("the tests have", now, { ...now, clean: false })).toEqual({ checked: false, because: changed })
})

test("a digest is shown by its first twelve digits", () => {
  expect(short("0123456789abcdef")).toBe("0123456789ab")
})
