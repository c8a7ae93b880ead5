/** `security.txt` (RFC 9116) names the contact, is valid for some months, and names its own address where that is known. */
import { expect, test } from "vitest"
import { securityTxt } from "../../src/server/security-txt.ts"

const now = Date.parse("2027-04-19T13:14:15Z")

test("a live site states contact, expiry and canonical address", () => {
  const text = securityTxt(
    { addresses: ["mailto:security@survey.example", "tel:02079460000"], origin: "https://survey.example" },
    now,
  )
  expect(text.split("\n")).toEqual([
    "Contact: mailto:security@survey.example",
    "Contact: tel:02079460000",
    "Expires: 2027-07-18T00:00:00.000Z",
    "Preferred-Languages: en",
    "Canonical: https://survey.example/.well-known/security.txt",
    "",
  ])
})

test("a rehearsal without an origin states no address of its own", () => {
  expect(securityTxt({ addresses: ["https://survey.example/report"] }, now)).not.toContain("Canonical")
})
