/** An acknowledgement is due within the days of the parameter, and a complaint ends with its retention. */
import { expect, test } from "vitest"
import { acknowledgeBy, type ComplaintReceived, complaintNotices } from "../../policy/custody/complaint.ts"
import { seen } from "../../policy/facts/fact.ts"
import { custodyNeeds } from "../../src/commands/custody-needs.ts"
import { day } from "../support/policy/team.ts"

const complaint = (change: Partial<ComplaintReceived> = {}): ComplaintReceived => ({
  ...{ id: "0123456789ab", receivedOn: day("2027-04-01"), acknowledged: false, replied: false },
  ...change,
})
const lateOn = (on: string, ...all: readonly ComplaintReceived[]) =>
  complaintNotices(all, day(on)).some((sentence) => sentence.includes("should have been acknowledged by 2027-05-01"))

test("on the last day it is in time, and on the next it is overdue", () => {
  expect(acknowledgeBy(complaint())).toBe("2027-05-01")
  expect(lateOn("2027-05-01", complaint())).toBe(false)
  expect(lateOn("2027-05-02", complaint())).toBe(true)
})

test("an acknowledgement or a reply ends it", () => {
  expect(lateOn("2027-05-02", complaint({ acknowledged: true }), complaint({ replied: true }))).toBe(false)
  expect(lateOn("2027-05-02", complaint({ acknowledged: true }), complaint())).toBe(true)
})

test("once its retention has passed, a person is asked to remove it", () => {
  const kept = complaint({ replied: true })
  expect(complaintNotices([kept], day("2029-03-31"))).toEqual([])
  expect(complaintNotices([kept], day("2029-04-01"))).toEqual([expect.stringContaining("should be removed")])
})

test("the report's first page names the overdue", () => {
  const facts = { retentions: seen([]), extracts: seen([]), complaints: seen([complaint(), complaint()]) }
  expect(custodyNeeds(facts, day("2027-05-01"))).toEqual([])
  expect(custodyNeeds(facts, day("2027-05-02"))).toEqual([
    {
      what: "2 complaints should have been acknowledged by 2027-05-01",
      who: "the DPO, or a person on the list who looks after complaints",
    },
  ])
})
