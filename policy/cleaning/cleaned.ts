/** The only text of a child that analysis may read: as the ledger recorded its release, and otherwise refused. */
import { Result, Schema } from "effect"
import type { Day } from "../civil-day.ts"
import type { Digest } from "../record/digest.ts"
import type { Stage } from "../response/stage.ts"

/** `words` has placeholders; nothing leads from it to the words it was made of. */
export type Cleaned = Stage<"Cleaned", { readonly of: Day; readonly question: string; readonly words: string }>

export class NotAsReleased extends Schema.TaggedError<NotAsReleased>()("NotAsReleased", { of: Schema.String }) {
  override get message() {
    return `The released texts of ${this.of} are not as the ledger records them. None was read. Make the report, and compare the store with its backup.`
  }
}

interface ReleasedDay {
  readonly of: Day
  readonly texts: ReadonlyArray<{ readonly question: string; readonly words: string }>
  /** Of these texts, and of those that the ledger's last entry of the day covers. */
  readonly digest: string
  readonly recorded: Digest | undefined
}

/** The only function that makes `Cleaned`. */
export const cleanedTexts = ({
  of,
  texts,
  digest,
  recorded,
}: ReleasedDay): Result.Result<readonly Cleaned[], NotAsReleased> =>
  texts.length > 0 && digest !== recorded
    ? Result.fail(new NotAsReleased({ of }))
    : Result.succeed(texts.map(({ question, words }) => ({ of, question, words }) as Cleaned))
