/** Writes the report as OSCAL assessment results, version 1.2.1: nothing that was not looked at is ever *satisfied*. */
import { createHash } from "node:crypto"
import type { Report, RuleReport } from "./report.ts"
import type { RiskReport } from "./risk-report.ts"

/** A UUID of version 5: the same report gives the same ids. */
const uuidIn =
  (space: string) =>
  (name: string): string => {
    const hex = createHash("sha1").update(`${space} ${name}`).digest("hex")
    const variant = "89ab"[Number.parseInt(hex.charAt(16), 16) % 4] ?? "8"
    return [
      hex.slice(0, 8),
      hex.slice(8, 12),
      `5${hex.slice(13, 16)}`,
      `${variant}${hex.slice(17, 20)}`,
      hex.slice(20, 32),
    ].join("-")
  }

type Uuid = ReturnType<typeof uuidIn>

/** OSCAL takes lines without breaks. */
const oneLine = (words: string): string => words.replace(/\s+/g, " ").trim()

const startOf = ({ madeOn }: Report): string => `${madeOn}T00:00:00Z`

const methods = { upheld: "TEST", broken: "TEST", "not checked": "EXAMINE" } as const

const observation = (rule: RuleReport, report: Report, uuid: Uuid) => ({
  uuid: uuid(`observation ${rule.id}`),
  title: `Audit of rule ${rule.id}`,
  description: oneLine(rule.observed.words),
  methods: [methods[rule.observed.status]],
  collected: startOf(report),
  "relevant-evidence": [{ href: `#${uuid("report")}`, description: `report.json, rules, ${rule.id}` }],
})

const attestation = ({ id, what, state, given }: Report["attestations"][number], report: Report, uuid: Uuid) => ({
  uuid: uuid(`attestation ${id}`),
  title: `Attestation of ${id}`,
  description: oneLine(`${what}: ${state}`),
  methods: ["INTERVIEW"],
  collected: given === undefined ? startOf(report) : `${given.on}T00:00:00Z`,
  ...(given !== undefined && {
    expires: `${given.until}T23:59:59Z`,
    "relevant-evidence": [{ href: `#${uuid("report")}`, description: oneLine(`${given.reference}, ${given.digest}`) }],
  }),
})

/** Only a rule that is upheld and waits for no decision is satisfied. */
const statusOf = ({ kept, needs, because }: RuleReport) => {
  if (kept === "upheld" && needs === null) return { state: "satisfied", reason: "pass" }
  const remarks = oneLine(needs === null ? because : `${because}. It needs a decision: ${needs}`)
  return { state: "not-satisfied", reason: kept === "broken" ? "fail" : "other", remarks }
}

const finding = (rule: RuleReport, uuid: Uuid) => ({
  uuid: uuid(`finding ${rule.id}`),
  title: `Rule ${rule.no}: ${rule.id}`,
  description: oneLine(rule.statement),
  props: [
    { name: "strength", value: rule.strength },
    { name: "kept", value: rule.kept },
  ],
  target: { type: "objective-id", "target-id": rule.id, status: statusOf(rule) },
  "related-observations": [{ "observation-uuid": uuid(`observation ${rule.id}`) }],
})

const risk = ({ id, words, before, after, acceptance, kept, rules }: RiskReport, uuid: Uuid) => ({
  uuid: uuid(`risk ${id}`),
  title: oneLine(words),
  description: `${id}: ${before} before, ${after} after; ${acceptance}`,
  statement: `Its rules today: ${kept}. Rules: ${rules.join(", ")}`,
  status: acceptance === "accepted" && kept === "upheld" ? "closed" : "open",
})

/** `digest` is the SHA-256 of report.json. */
export const oscal = (report: Report, digest: string): object => {
  const uuid = uuidIn(report.ledger.read ? `${report.ledger.head} ${digest}` : digest)
  return {
    "assessment-results": {
      uuid: uuid("document"),
      metadata: {
        title: "The Big Ask: how the DPIA is kept",
        "last-modified": startOf(report),
        version: digest.slice(0, 12),
        "oscal-version": "1.2.1",
      },
      "import-ap": { href: `#${uuid("no plan")}` },
      results: [
        {
          uuid: uuid("result"),
          title: `Report of ${report.madeOn}`,
          description: `${report.summary.rules} rules of the DPIA, version ${report.dpiaVersion}, in ${report.mode}`,
          start: startOf(report),
          "reviewed-controls": { "control-selections": [{ "include-all": {} }] },
          observations: [
            ...report.rules.map((rule) => observation(rule, report, uuid)),
            ...report.attestations.map((each) => attestation(each, report, uuid)),
          ],
          risks: report.risks.map((each) => risk(each, uuid)),
          findings: report.rules.map((rule) => finding(rule, uuid)),
        },
      ],
      "back-matter": {
        resources: [
          { uuid: uuid("no plan"), title: "There is no separate assessment plan: the rules are the plan" },
          { uuid: uuid("report"), title: "report.json", rlinks: [{ href: "report.json" }] },
        ],
      },
    },
  }
}
