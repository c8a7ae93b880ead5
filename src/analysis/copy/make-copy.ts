/** Makes a working copy: writes it into a new folder, records it in the ledger, and only then gives the folder its name. */
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { Effect, Schema } from "effect"
import { attempt } from "../../../db/attempt.ts"
import { Evidence } from "../../../db/evidence/evidence.ts"
import { recordedGrant } from "../../../db/evidence/recorded-grant.ts"
import type { PersonId } from "../../../policy/capability/member.ts"
import { type Day, earliest, today } from "../../../policy/civil-day.ts"
import type { RetentionState } from "../../../policy/custody/retention.ts"
import { type CopyFormat, endIsLawful, makeWorkingCopy } from "../../../policy/custody/working-copy.ts"
import type { StorageSettings } from "../../deployment/storage.ts"
import { NoResponses } from "../../tables/request/read-responses.ts"
import { codebookCsv } from "../codebook-csv.ts"
import { codebookDdi } from "../codebook-ddi.ts"
import { codebookHtml } from "../codebook-html.ts"
import { keepCard } from "./card-folder.ts"
import { type CopyRequest, copyColumns } from "./copy-columns.ts"
import { writeAnswers } from "./write-copy.ts"

export class CopyRefused extends Schema.TaggedError<CopyRefused>()("CopyRefused", { reason: Schema.String }) {
  override get message() {
    return `${this.reason} No copy was made.`
  }
}

export interface CopyOrder extends CopyRequest {
  readonly person: PersonId
  readonly purpose: string
  readonly places: string | undefined
  readonly format: CopyFormat
  readonly expiresOn: Day
  /** A new folder. */
  readonly folder: string
}

/** A copy ends before the first of its days is reviewed, or, in review, before it would be destroyed. */
const reviewOf = (state: RetentionState): readonly Day[] => {
  switch (state.state) {
    case "active":
      return [state.facts.dueOn]
    case "extended":
      return [state.facts.until]
    case "review-due":
      return [state.facts.decideBefore]
    default:
      return []
  }
}

const firstReview = Effect.fnUntraced(function* () {
  const { retentions } = yield* Evidence
  const [first, ...others] = (yield* retentions).flatMap(reviewOf)
  return first === undefined ? yield* new NoResponses() : earliest(first, ...others)
})

export const makeCopy = Effect.fnUntraced(function* (storage: StorageSettings, order: CopyOrder) {
  const { person, purpose, places, format, expiresOn, folder } = order
  if (existsSync(folder)) return yield* new CopyRefused({ reason: `${folder} exists: name a new folder with --out.` })
  const evidence = yield* Evidence
  const [on, reviewOn] = [yield* today, yield* firstReview()]
  const late = endIsLawful(on, expiresOn, reviewOn)
  if (late !== undefined) return yield* late
  const { columns, rows } = yield* copyColumns(storage, person, order)
  if (rows === 0) return yield* new CopyRefused({ reason: "No response belongs to the forms that --forms names." })
  const part = yield* Effect.acquireRelease(
    attempt("data", () => {
      mkdirSync(dirname(folder), { recursive: true })
      return mkdtempSync(`${folder}.part-`)
    }),
    (path) => Effect.sync(() => rmSync(path, { recursive: true, force: true })),
  )
  const digest = yield* attempt("data", () =>
    writeAnswers(join(part, `answers.${format}`), format, { columns, rows, madeOn: on }),
  )
  const entries = columns.map(({ entry }) => entry)
  const capability = yield* recordedGrant("read-responses", person)
  const draft = { purpose, variables: entries.map(({ name }) => name), format, responses: rows, expiresOn, digest }
  const step = yield* makeWorkingCopy(capability, { ...draft, ...(places !== undefined && { places }) }, reviewOn)
  yield* attempt("data", () => {
    writeFileSync(join(part, "codebook.html"), codebookHtml(entries, on))
    writeFileSync(join(part, "codebook.csv"), codebookCsv(entries))
    writeFileSync(join(part, "codebook.xml"), codebookDdi(entries, on))
    writeFileSync(join(part, "working-copy.json"), `${JSON.stringify(step.state, undefined, 2)}\n`)
    keepCard(storage.dataDir, step.state)
  })
  yield* evidence.record(step.record)
  yield* attempt("data", () => renameSync(part, folder))
  return step.state
}, Effect.scoped)
