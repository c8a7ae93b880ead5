/** Live opens only when everything is built, recorded and settled; what is missing is named with who must act. */
import { Result } from "effect"
import { describe, expect, test } from "vitest"
import type { Deployment } from "../../policy/deployment.ts"
import { builtParts, missingToOpen, parts } from "../../policy/opening.ts"
import { deploymentToOpen } from "../../src/launcher/config.ts"

const on = "2027-01-04"
const recorded: Deployment = {
  mode: "live",
  origin: "https://survey.example",
  controller: "Children's Commissioner for England",
  regulator: "Information Commission",
  window: { opens: "2027-04-19", closes: "2027-05-19" },
  signOffs: (["measures", "residual-risks", "dpo-advice"] as const).map((of) => ({ of, name: "A", jobTitle: "B", on })),
  decisions: ["F17", "F18", "F26"].map((finding) => ({ finding, decision: "settled", by: "C", on })),
}

describe("live", () => {
  test("opens once everything is there", () => {
    expect(missingToOpen(recorded, parts)).toEqual([])
    expect(deploymentToOpen(undefined, recorded, parts)).toEqual(
      Result.succeed({ mode: "live", origin: recorded.origin, window: recorded.window }),
    )
  })

  test("always refuses today, since parts of it are not built", () => {
    expect(builtParts.length).toBeLessThan(parts.length)
    const refusal = deploymentToOpen(undefined, recorded)
    expect(Result.isFailure(refusal) && refusal.failure).toMatch(/transfer[\s\S]*destruction[\s\S]*geography/)
  })

  const lacking: ReadonlyArray<readonly [string, Partial<Record<keyof Deployment, unknown>>, RegExp]> = [
    ["a window", { window: undefined }, /collection window.*the controller/],
    ["an origin", { origin: undefined }, /origin.*the host/],
    ["the DPO's advice", { signOffs: recorded.signOffs.slice(0, 2) }, /DPO's advice.*the DPO/],
    ["F17", { decisions: recorded.decisions.slice(1) }, /F17.*with the DPO/],
    ["F18", { decisions: recorded.decisions.toSpliced(1, 1) }, /F18.*the controller/],
    ["F26", { decisions: recorded.decisions.slice(0, 2) }, /F26.*accountable officer/],
  ]
  test.each(lacking)("without %s it names that and who must act", (_what, without, named) => {
    const stated = JSON.parse(JSON.stringify({ ...recorded, ...without }))
    const refusal = deploymentToOpen(undefined, stated, parts)
    expect(Result.isFailure(refusal) && refusal.failure).toMatch(named)
    expect(Result.isFailure(refusal) && refusal.failure.split("\n")).toHaveLength(2)
  })

  test.each(parts)("without %s it refuses", (part) => {
    expect(
      missingToOpen(
        recorded,
        parts.filter((each) => each !== part),
      ),
    ).toHaveLength(1)
  })
})

describe("app.config.ts", () => {
  test("a slip of the pen is named, not ignored", () => {
    for (const slip of [{ windw: 1 }, { window: { opens: "2027-02-30", closes: "2027-03-01" } }, { mode: "test" }])
      expect(Result.isFailure(deploymentToOpen(undefined, { ...recorded, ...slip }, parts))).toBe(true)
  })

  test("a rehearsal needs nothing, and no window shuts it", () => {
    expect(deploymentToOpen("rehearsal", { ...recorded, signOffs: [], decisions: [] })).toEqual(
      Result.succeed({ mode: "rehearsal", window: "always" }),
    )
  })
})
