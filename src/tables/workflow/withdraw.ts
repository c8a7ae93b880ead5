/** Withdraws a released table in a supervisor's name, and writes its page again without its numbers. */
import { Effect, Schema } from "effect"
import { Evidence } from "../../../db/evidence/evidence.ts"
import { recordedGrant, type Who } from "../../../db/evidence/recorded-grant.ts"
import { withdrawTable } from "../../../policy/release/withdrawal.ts"
import type { StorageSettings } from "../../deployment/storage.ts"
import { findProposal } from "./find-proposal.ts"
import { writeReleases } from "./write-releases.ts"

class NotReleased extends Schema.TaggedError<NotReleased>()("NotReleased", {}) {
  override get message() {
    return "That table is not released, so that there is nothing to withdraw. Nothing was done."
  }
}

/** One that is withdrawn already is not withdrawn again; its page is written again. */
export const withdraw = Effect.fnUntraced(function* (storage: StorageSettings, id: string, by: Who) {
  const { outputs } = yield* Evidence
  const may = yield* recordedGrant("release-table", by)
  const { proposal } = yield* findProposal(id)
  const released = (yield* outputs.releases).find((each) => each.proposal.id === proposal.id)
  if (released === undefined) return yield* new NotReleased()
  if (released.withdrawnOn === undefined) yield* outputs.keepWithdrawal(yield* withdrawTable(may, released))
  yield* writeReleases(storage, yield* outputs.releases)
  return released.table.title
})
