/** Live opens only when everything is imported, recorded and settled; each missing item is named with the person who must act. */
import { it } from "@effect/vitest"
import { Effect, Result } from "effect"
import { TestClock } from "effect/testing"
import { describe, expect, test } from "vitest"
import config from "../../app.config.ts"
import { contactHolders } from "../../policy/deployment/contacts.ts"
import { type RecordedDeployment, readDeployment } from "../../policy/deployment/deployment.ts"
import { missingToOpen, openingRefusal, windowToOpen } from "../../policy/deployment/opening.ts"
import type { RuleId } from "../../policy/rule-id.ts"
import { deploymentToOpen, opening } from "../../src/deployment/opening.ts"
import { readSettings } from "../../src/deployment/settings.ts"
import { officer, recorded, today, undecided, waiverOf } from "../support/policy/dpia/recorded.ts"

const tags: RuleId[] = ["dpia-signed-off"]
const [measures, residual, advice] = recorded.signOffs

/** One line for each thing that is missing. */
const missing = (change: Partial<RecordedDeployment>, on = today): readonly string[] =>
  openingRefusal(missingToOpen({ ...recorded, ...change }, on, "England"))
    .split("\n")
    .slice(1)

describe("live", { tags }, () => {
  test("opens once everything is there", () => {
    expect(missing({})).toEqual([])
    expect(windowToOpen(recorded, today)).toEqual(recorded.window)
  })

  test.each(["none", "part of England", "damaged"] as const)("with geography that is %s it refuses", (held) => {
    const named = [{ what: expect.stringMatching(/geography/), who: "the host", how: "geography import" }]
    expect(missingToOpen(recorded, today, held)).toMatchObject(named)
    const refusal = deploymentToOpen(recorded, held)
    expect(Result.isFailure(refusal) && refusal.failure.message).toMatch(/geography.*import/)
  })

  test("without a statement on geography, it assumes that there is no geography", () => {
    expect(missingToOpen(recorded, today)).toHaveLength(1)
  })

  test("with nothing recorded it names everything and who must act", () => {
    const nothing = missing({ signOffs: [], decisions: [], contacts: {} })
    expect(nothing).toHaveLength(10)
    for (const line of nothing) expect(line).toMatch(/^ {2}- .+\. Who must act: .+\. How: ask -- declare .+\.$/)
  })
})

const { window: _window, ...withoutWindow } = recorded
const { origin: _origin, ...withoutOrigin } = recorded

describe("lacking one thing, live names that alone, and who must act", { tags }, () => {
  test("a window", () => {
    expect(missingToOpen(withoutWindow, today, "England")).toMatchObject([{ what: expect.stringMatching(/window/) }])
    expect(windowToOpen(withoutWindow, today)).toBeUndefined()
  })

  test.each(contactHolders)("the contact details of the %s", (holder) => {
    const { [holder]: _, ...others } = recorded.contacts
    expect(missing({ contacts: others })).toEqual([expect.stringMatching(`ask -- declare contact ${holder}`)])
    expect(missing({ contacts: {} })).toHaveLength(4)
  })

  test("an answer to advice that was given", () => {
    if (advice?.of !== "dpo-advice") throw new Error("the third sign-off is the advice")
    const { answer: _, ...unanswered } = advice
    expect(missing({ signOffs: recorded.signOffs.slice(0, 2), unanswered })).toEqual([
      expect.stringMatching(/DPO's advice.*advice of 2027-01-04 is not answered/),
    ])
  })

  test("an origin", () => {
    expect(missingToOpen(withoutOrigin, today, "England")).toMatchObject([{ who: "the host" }])
  })

  const lacking: ReadonlyArray<readonly [string, Partial<RecordedDeployment>, RegExp]> = [
    ["the approval of the measures", { signOffs: recorded.signOffs.slice(1) }, /measures.*accountable officer/],
    ["the residual risks", { signOffs: recorded.signOffs.toSpliced(1, 1) }, /residual risks.*accountable officer/],
    ["the DPO's advice", { signOffs: recorded.signOffs.slice(0, 2) }, /DPO's advice.*the DPO/],
    ["F17", { decisions: recorded.decisions.slice(1) }, /F17.*with the DPO/],
    ["F18", { decisions: recorded.decisions.toSpliced(1, 1) }, /F18.*the controller/],
    ["F26", { decisions: recorded.decisions.slice(0, 2) }, /F26.*accountable officer/],
  ]
  test.each(lacking)("%s", (_what, without, named) => {
    expect(missing(without)).toEqual([expect.stringMatching(named)])
  })
})

describe("a record that does not count", { tags }, () => {
  test("an approval of another version of the DPIA", () => {
    const signOffs = measures && residual && advice ? [{ ...measures, dpia: "0123456789ab" }, residual, advice] : []
    expect(missing({ signOffs })).toEqual([expect.stringMatching(/measures.*for another version/)])
  })

  test("a record dated after today", () => {
    expect(missing({}, "2027-01-03")).toHaveLength(6)
    expect(missing({}, "2027-01-03")[0]).toMatch(/dated after today/)
    expect(missing({}, "2027-01-04")).toEqual([])
  })

  test("advice whose answer is dated after today", () => {
    if (advice?.of !== "dpo-advice") throw new Error("the third sign-off is the advice")
    const later = { ...advice, answer: { ...advice.answer, on: "2027-02-02" } }
    const signOffs = [...recorded.signOffs.slice(0, 2), later]
    expect(missing({ signOffs })).toEqual([expect.stringMatching(/DPO's advice.*dated after today/)])
    expect(missing({ signOffs }, "2027-02-02")).toEqual([])
  })
})

describe("a waiver", { tags }, () => {
  test("of F17 opens live, and the window closes with it", () => {
    const waived = { ...undecided("F17"), waivers: [waiverOf("F17", { until: "2027-04-30" })] }
    expect(missing(waived)).toEqual([])
    expect(windowToOpen(waived, today)).toEqual({ opens: "2027-04-19", closes: "2027-04-30" })
  })

  test("that outlasts the window, or that a decision has overtaken, shortens nothing", () => {
    const outlasting = { ...undecided("F17"), waivers: [waiverOf("F17")] }
    expect(windowToOpen(outlasting, today)).toEqual(recorded.window)
    const overtaken = { ...recorded, waivers: [waiverOf("F17", { until: "2027-04-30" })] }
    expect(windowToOpen(overtaken, today)).toEqual(recorded.window)
  })

  test("that has ended no longer counts, from the very next day", () => {
    const waived = { ...undecided("F17"), waivers: [waiverOf("F17")] }
    expect(missing(waived, "2027-06-30")).toEqual([])
    expect(missing(waived, "2027-07-01")).toEqual([expect.stringMatching(/F17.*its waiver ended on 2027-06-30/)])
  })

  test("that has not begun does not count yet", () => {
    const waived = { ...undecided("F17"), waivers: [waiverOf("F17", { on: "2027-02-02" })] }
    expect(missing(waived)).toEqual([expect.stringMatching(/F17.*its waiver begins on 2027-02-02/)])
  })

  test("that ends before the window opens is named, with its owner", () => {
    const waived = { ...undecided("F17"), waivers: [waiverOf("F17", { until: "2027-04-18" })] }
    expect(missing(waived)).toEqual([expect.stringMatching(/F17.*before the window opens.*the owner of the waiver/)])
  })

  test("granted again counts to its own end", () => {
    const waivers = [waiverOf("F17", { until: "2027-04-20" }), waiverOf("F17", { until: "2027-05-10" })]
    expect(windowToOpen({ ...undecided("F17"), waivers }, today)?.closes).toBe("2027-05-10")
    expect(windowToOpen({ ...undecided("F17"), waivers: waivers.toReversed() }, today)?.closes).toBe("2027-05-10")
  })

  test("of one finding settles no other", () => {
    const waivers = [waiverOf("F17"), waiverOf("F26")]
    expect(missing({ ...undecided("F17", "F18", "F26"), waivers })).toEqual([expect.stringMatching(/finding F18/)])
  })

  test("of F17 alone does not cover F26, and replaces no approval", () => {
    const waived = { ...undecided("F17", "F26"), waivers: [waiverOf("F17")] }
    expect(missing(waived)).toEqual([expect.stringMatching(/finding F26/)])
    const unsigned = { ...undecided("F17"), waivers: [waiverOf("F17")], signOffs: recorded.signOffs.slice(1) }
    expect(missing(unsigned)).toEqual([expect.stringMatching(/measures/)])
  })

  test("that ends on the day the window opens opens it for that day", () => {
    const waived = { ...undecided("F17"), waivers: [waiverOf("F17", { until: "2027-04-19" })] }
    expect(missing(waived)).toEqual([])
    expect(windowToOpen(waived, today)).toEqual({ opens: "2027-04-19", closes: "2027-04-19" })
  })

  test("that ended yesterday is shown with its last day", () => {
    const waived = { ...undecided("F17"), waivers: [waiverOf("F17", { until: today, on: "2027-01-11" })] }
    expect(missing(waived, today)).toEqual([expect.stringMatching(/before the window opens/)])
  })

  test("of F26 replaces the approvals, and not the DPO's advice", () => {
    const waived = { ...undecided("F26"), waivers: [waiverOf("F26")], signOffs: [] }
    expect(missing(waived)).toEqual([expect.stringMatching(/DPO's advice/)])
  })

  test("of F18 counts for nothing even where it was never read", () => {
    const smuggled = JSON.parse(JSON.stringify([{ ...waiverOf("F17"), finding: "F18" }]))
    expect(missing({ ...undecided("F18"), waivers: smuggled })).toEqual([expect.stringMatching(/finding F18/)])
  })
})

describe("a risk", { tags }, () => {
  const level = { risk: "free-text", before: "high", after: "high", acceptable: true, ...officer, on: today } as const
  const consulted = { risk: "free-text", reference: "L 9", outcome: "Proceed.", ...officer, on: today } as const

  test("that stays high keeps live shut until the regulator has been consulted on it", () => {
    expect(missing({ risks: [level] })).toEqual([
      expect.stringMatching(/Information Commission.*own words.*set to high/),
    ])
    expect(missing({ risks: [level], consultations: [{ ...consulted, risk: "transfer" }] })).toHaveLength(1)
    expect(missing({ risks: [level], consultations: [{ ...consulted, on: "2027-02-02" }] })).toHaveLength(1)
    expect(missing({ risks: [level], consultations: [consulted] })).toEqual([])
  })

  test("that mitigation brings down needs no consultation", () => {
    expect(missing({ risks: [{ ...level, after: "medium" }] })).toEqual([])
  })

  test("that is not acceptable keeps live shut, consulted on or not", () => {
    const risks = [{ ...level, acceptable: false }]
    expect(missing({ risks, consultations: [consulted] })).toEqual([expect.stringMatching(/acceptable.*accountable/)])
  })
})

describe("the launcher's clock", { tags }, () => {
  const waived = { ...undecided("F17"), waivers: [waiverOf("F17", { until: "2027-06-30" })] }

  it.effect("a waiver ends at midnight in London, an hour before Greenwich has it", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(Date.parse("2027-06-30T22:59:59Z"))
      expect(yield* opening(waived, "England")).toMatchObject({
        mode: "live",
        window: recorded.window,
      })
      yield* TestClock.adjust("1 second")
      const refusal = yield* Effect.flip(opening(waived, "England"))
      expect(refusal.message).toMatch(/F17.*its waiver ended/)
    }),
  )
})

describe("app.config.ts", () => {
  test("is valid, and describes a rehearsal", () => {
    const read = Effect.runSync(Effect.result(readDeployment(config)))
    expect(Result.isSuccess(read) && read.success.mode).toBe("rehearsal")
  })

  test("a mistyped entry is refused by name", () => {
    for (const slip of [{ windw: 1 }, { signOffs: [] }, { mode: "test" }]) {
      const settings = Effect.runSync(Effect.result(readSettings({}, { ...config, ...slip })))
      expect(Result.isFailure(settings) && settings.failure.message).toMatch(
        /^app\.config\.ts cannot be used\. Nothing was done\. [\s\S]*(?:windw|signOffs|mode)/,
      )
    }
  })

  test("a rehearsal needs no record, and no window closes it", () => {
    expect(deploymentToOpen({ ...recorded, mode: "rehearsal", signOffs: [], decisions: [] }, "none")).toEqual(
      Result.succeed({ mode: "rehearsal", window: "always", origin: recorded.origin, contacts: recorded.contacts }),
    )
  })
})
