/** An acknowledgement is due within the days of the parameter, and a complaint ends with its retention. */
import { expect, test } from "vitest"
import { acknowledgeBy, type ComplaintReceived, complaintNotices } from "../../policy/custody/complaint.ts"
import { seen } from "../../policy/facts/fact.ts"
import { custodyNeeds } from "../../src/commands/custody-needs.ts"
import { day } from "../support/policy/team.ts"

const tags = ["privacy-information-first" as const]

const complaint = (change: Partial<ComplaintReceived> = {}): ComplaintReceived => ({
  ...{ id: "0123456789ab", receivedOn: day("2027-04-01"), acknowledged: false, replied: false },
  ...change,
})
const lateOn = (on: string, ...all: readonly ComplaintReceived[]) =>
  complaintNotices(all, day(on)).some((sentence) => sentence.includes("should have been acknowledged by 2027-05-01"))

test("on the last day it is in time, and on the next it is overdue", { tags }, () => {
  expect(acknowledgeBy(complaint())).toBe("2027-05-01")
  expect(lateOn("2027-05-01", complaint())).toBe(false)
  expect(lateOn("2027-05-02", complaint())).toBe(true)
})

test("an acknowledgement or a reply ends it", () => {
  expect(lateOn("2027-05-02", complaint({ acknowledged: true }), complaint({ replied: true }))).toBe(false)
  expect(lateOn("2027-05-02", complaint({ acknowledged: true }), complaint())).toBe(true)
})

test("its end is announced 90 days before, with what has no reply; a clock that did not run is named", () => {
  const notices = (on: string, replied = true) =>
    complaintNotices([complaint({ replied, acknowledged: true })], day(on)).join(" ")
  expect(notices("2028-12-31")).toBe("")
  expect(notices("2029-01-01")).toBe(
    "At least one complaint will be removed by the clock from 2029-04-01, when its retention ends.",
  )
  expect(notices("2029-04-01", false)).toContain("Not all have a reply yet")
  expect(notices("2029-04-02")).toContain("should have been removed by 2029-04-01: let the service run")
})

test("the report's first page names the overdue", () => {
  const facts = { retentions: seen([]), extracts: seen([]), complaints: seen([complaint(), complaint()]) }
  expect(custodyNeeds(facts, day("2027-05-01"))).toEqual([])
  expect(custodyNeeds(facts, day("2027-05-02"))).toEqual([
    {
      what: "At least one complaint should have been acknowledged by 2027-05-01",
      who: "the DPO, or a person on the list who looks after complaints",
      by: "2027-05-02",
    },
  ])
})
