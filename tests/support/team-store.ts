/** A place with some responses and a named list: an author, three who may check, and a supervisor. */
import { Effect } from "effect"
import { today } from "../../policy/civil-day.ts"
import { evidenceSource, type StorageSettings } from "../../src/deployment/storage.ts"
import { openedEvidence } from "./evidence.ts"
import { keepRows, keptRow } from "./kept-responses.ts"
import { memberOf, personOf } from "./policy/team.ts"
import { newFolder } from "./store.ts"
import { matchedSamples } from "./transfer.ts"

const day = "2026-03-02"
const numbers = [0, 1, 2, 3] as const

export const [author, first, second, third] = [
  personOf("evidence-team", 0),
  personOf("evidence-team", 1),
  personOf("evidence-team", 2),
  personOf("evidence-team", 3),
]
export const supervisor = personOf("director-of-evidence")

export const staffed = async (mode: StorageSettings["mode"]): Promise<StorageSettings> => {
  const storage = { mode, dataDir: newFolder(), databaseUrl: undefined }
  const rows = matchedSamples(120, 9).map((matched) => keptRow(matched, day))
  await keepRows(evidenceSource(storage), rows, { days: [day], mode })
  const evidence = await openedEvidence(evidenceSource(storage), { mode })
  const trainedOn = await Effect.runPromise(today)
  for (const number of numbers)
    await Effect.runPromise(evidence.keepMember(memberOf("evidence-team", { trainedOn }, number)))
  await Effect.runPromise(evidence.keepMember(memberOf("director-of-evidence", { trainedOn })))
  return storage
}
