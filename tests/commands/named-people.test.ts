/** Every command that takes a person refuses one who is not on the list, names that as the cause, and does nothing. */
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { Effect } from "effect"
import type { Command } from "effect/cli"
import { expect, test } from "vitest"
import { complaintId } from "../../db/complaints/received.ts"
import { newReference } from "../../db/complaints/reference.ts"
import { sealComplaint } from "../../db/complaints/seal-complaint.ts"
import { dayOf, daysAfter } from "../../db/keys/civil-day.ts"
import { today } from "../../policy/civil-day.ts"
import { dpiaVersion } from "../../policy/dpia/document/version.ts"
import { keepPopulation } from "../../src/analysis/population/population-folder.ts"
import { ask as allCommands } from "../../src/commands/cli.ts"
import { collectionSource, evidenceSource, type StorageSettings } from "../../src/deployment/storage.ts"
import { signedResult } from "../../src/launcher/results-key.mjs"
import { newKeyPair } from "../support/arrival.ts"
import { ask } from "../support/ask.ts"
import { heard } from "../support/command-output.ts"
import { openedEvidence } from "../support/evidence.ts"
import { memberOf, personOf } from "../support/policy/team.ts"
import { newFolder, opened } from "../support/store.ts"
import { staffed } from "../support/team-store.ts"

const tags = ["evidence-team-only" as const]
const run = Effect.runPromise
const nobody = "0123456789abcdef"
const officer = personOf("senior-information-risk-owner")
const supervisor = personOf("director-of-evidence")
const digest = "0".repeat(64)

const pathsIn = (from: Command.Command.Any, path: readonly string[] = []): ReadonlyArray<readonly string[]> => [
  ...(path.length > 0 ? [path] : []),
  ...from.subcommands.flatMap(({ commands }) => commands.flatMap((each) => pathsIn(each, [...path, each.name]))),
]

/** Each flag that takes the id of a person, by its command. */
const flagsOfPeople = async (storage: StorageSettings): Promise<readonly string[]> => {
  const found = new Set<string>()
  for (const path of pathsIn(allCommands)) {
    const { said } = await heard(() => ask(storage, ...path, "--help"))
    for (const [, flag] of said.join("\n").matchAll(/--([a-z-]+) ID\b/g)) found.add(`${path.join(" ")} --${flag}`)
  }
  return [...found]
}

interface Here {
  readonly storage: StorageSettings
  readonly complaint: string
  readonly document: string
  readonly key: string
  readonly signingKey: string
  readonly plan: string
}

const prepared = async (): Promise<Here> => {
  const storage = await staffed("rehearsal")
  const evidence = await openedEvidence(evidenceSource(storage))
  const trainedOn = await run(today)
  await run(evidence.keepMember(memberOf("senior-information-risk-owner", { trainedOn })))
  const { complaints } = await opened(collectionSource(storage))
  const { publicKey } = await newKeyPair()
  const reference = newReference()
  const sealed = sealComplaint({ words: "Words.", contact: "" }, reference, publicKey)
  await run(complaints.keep(reference.hash, sealed, dayOf(Date.now())))
  keepPopulation(storage.dataDir, { vintage: "mid-2020", importedOn: trainedOn, files: [] })
  const folder = newFolder()
  const [document, key] = [join(folder, "letter"), join(folder, "key")]
  writeFileSync(document, "We did.")
  writeFileSync(key, publicKey.toHex())
  signedResult(folder, {})
  await ask(storage, "declare", "neighbourhood-use", "--use", "Maps.", "--by", officer)
  const plan = join(folder, "plan.json")
  writeFileSync(plan, JSON.stringify({ tables: [{ rows: "gender" }] }))
  const signingKey = join(folder, "signing-key.pub")
  return { storage, complaint: complaintId(reference.hash), document, key, signingKey, plan }
}

/** The command line with everything right but the person, who comes last. */
const lines = ({ complaint, document, key, signingKey, plan }: Here): Readonly<Record<string, readonly string[]>> => {
  const until = ["--until", "2099-01-01"]
  const soon = daysAfter(dayOf(Date.now()), 30)
  const declare = (...words: readonly string[]) => ["declare", ...words, "--by"]
  const text = ["--text", "It is settled."]
  const take = ["--reason", "A page fails.", "--fields", "age", "--recipient", key, "--to", `${document}.sealed`]
  const extend = ["2026-03-02", "--necessity", "Needed still.", "--proportionality", "Few.", "--until", "2029-01-01"]
  const waiver = ["waiver", "F17", "--reason", "It is due soon.", "--until", soon]
  return {
    "transfer --by": ["transfer", "--give-up", "2026-03-01", "--by"],
    "retention extend --by": ["retention", "extend", ...extend, "--second", supervisor, "--by"],
    "retention extend --second": ["retention", "extend", ...extend, "--by", supervisor, "--second"],
    "retention destroy --by": ["retention", "destroy", "2026-03-02", "--second", supervisor, "--by"],
    "retention destroy --second": ["retention", "destroy", "2026-03-02", "--by", supervisor, "--second"],
    "retention confirm-date --by": ["retention", "confirm-date", "--by"],
    "extract take --by": ["extract", "take", ...take, "--until", dayOf(Date.now()), "--by"],
    "extract certify --by": [
      "extract",
      "certify",
      digest,
      "--attestation",
      document,
      "--deleted",
      "2026-03-03",
      "--by",
    ],
    "complaints read --by": ["complaints", "read", complaint, "--by"],
    "complaints acknowledge --by": ["complaints", "acknowledge", complaint, "--by"],
    "complaints reply --by": ["complaints", "reply", complaint, "--words", "Sorry.", "--by"],
    "complaints remove --by": ["complaints", "remove", complaint, "--by"],
    "close --witness": ["close", "--witness", supervisor, "--witness"],
    "close --by": ["close", "--witness", supervisor, "--witness", officer, "--by"],
    "declare approval --by": declare("approval", "measures", "--dpia", dpiaVersion),
    "declare advice --by": declare("advice", "--dpia", dpiaVersion, ...text),
    "declare answer --by": declare("answer", "--outcome", "accepted"),
    "declare decision --by": declare("decision", "F17", ...text),
    "declare waiver --by": declare(...waiver, "--owner", officer, "--asked-by", supervisor),
    "declare waiver --owner": ["declare", ...waiver, "--by", officer, "--asked-by", supervisor, "--owner"],
    "declare waiver --asked-by": ["declare", ...waiver, "--by", officer, "--owner", officer, "--asked-by"],
    "declare risk --by": declare("risk", "free-text", "--before", "high", "--after", "low", "--acceptable", "yes"),
    "declare consultation --by": declare("consultation", "free-text", "--reference", "L 9", "--outcome", "Go on."),
    "declare attestation --by": declare(
      ...["attestation", "C020", "--reference", "Letter 4", "--document", document, ...until],
    ),
    "declare window --by": declare("window", "--opens", "2098-01-01", "--closes", "2098-02-01"),
    "declare contact --by": declare("contact", "dpo", "--name", "The office", "--phone", "020 7946 0000"),
    "declare help-line --by": declare("help-line", "childline", "--number", "0800 1111"),
    "declare neighbourhood-use --by": declare("neighbourhood-use", "--use", "Maps."),
    "declare law --by": declare("law", "uk-gdpr-art-10", "--reference", "Advice 12", ...until),
    "declare results-key --by": declare("results-key", signingKey, "--machine", "The build server"),
    "declare variables --by": declare("variables", "--dpia", dpiaVersion),
    "declare withdraw --by": declare("withdraw", "1"),
    "free-text audit --by": ["free-text", "audit", "--by"],
    "free-text release --by": ["free-text", "release", "--by"],
    "declare report-key --by": declare("report-key", signingKey),
    "explore --by": ["explore", "--rows", "gender", "--purpose", "Who answered", "--by"],
    "working-copy make --by": [
      ...["working-copy", "make", "--purpose", "Who answered", "--variables", "gender", "--until", soon],
      ...["--format", "csv", "--out", `${document}-copy`, "--by"],
    ],
    "working-copy certify --by": [
      ...["working-copy", "certify", digest, "--attestation", document, "--deleted", "2026-03-03", "--by"],
    ],
    "weights make --by": ["weights", "make", "main", "--population", "mid-2020", "--by"],
    "table --by": ["table", "--rows", "gender", "--by"],
    "release --by": ["release", digest, "--by"],
    "release show --by": ["release", "show", digest, "--by"],
    "release check --by": ["release", "check", digest, "--by"],
    "release widen --by": ["release", "widen", "local-authority", "--because", "It is asked.", "--by"],
    "release withdraw --by": ["release", "withdraw", digest, "--by"],
    "publication plan --by": ["publication", "plan", plan, "--propose", "--by"],
    "publication check --by": ["publication", "check", plan, "--by"],
    "publication release --by": ["publication", "release", plan, "--by"],
    "release narrow --by": ["release", "narrow", "local-authority", "--by"],
  }
}

test("nobody on the list is refused by each flag that takes a person", { tags, timeout: 120_000 }, async () => {
  const here = await prepared()
  const cases = lines(here)
  const flags = await flagsOfPeople(here.storage)
  expect(Object.keys(cases).toSorted()).toEqual(flags.toSorted())
  const refusals: Record<string, string> = {}
  for (const [name, line] of Object.entries(cases)) {
    const { code, said } = await heard(() => ask(here.storage, ...line, nobody))
    if (code !== 1 || !/not[- ]on[- ]the[- ]list/.test(said.join(" "))) refusals[name] = `${code}: ${said.join(" ")}`
  }
  expect(refusals).toEqual({})
})
