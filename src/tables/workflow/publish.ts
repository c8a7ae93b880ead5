/** Releases a table and writes the public files of all released tables again, whole or not at all. */
import { Effect } from "effect"
import { Evidence } from "../../../db/evidence/evidence.ts"
import { recordedGrant, type Who } from "../../../db/evidence/recorded-grant.ts"
import type { StorageSettings } from "../../deployment/storage.ts"
import { declaredIn } from "./declared-in.ts"
import { findProposal } from "./find-proposal.ts"
import { releaseTable } from "./release.ts"
import { writeReleases } from "./write-releases.ts"

/** A table that is released already is not released again; its files are written again. */
export const publish = Effect.fnUntraced(function* (storage: StorageSettings, id: string, by: Who) {
  const { outputs } = yield* Evidence
  const approval = yield* recordedGrant("release-table", by)
  const { proposal } = yield* findProposal(id)
  const before = yield* outputs.releases
  const isNew = before.every((each) => each.proposal.id !== proposal.id)
  const terms = { mode: storage.mode, declared: declaredIn(storage) }
  if (isNew) yield* releaseTable(id, approval, terms)
  const releases = isNew ? yield* outputs.releases : before
  return { isNew, tables: releases.length, folder: yield* writeReleases(storage, releases) }
})
