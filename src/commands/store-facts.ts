/** Reads the facts of a deployment's stores, opened for reading alone; counts leave here in bands alone. */
import { Effect, type Scope } from "effect"
import { attempt } from "../../db/attempt.ts"
import { openCollection } from "../../db/collection/collection.ts"
import type { Count } from "../../db/collection/counts.ts"
import { type CollectionFacts, collectionFacts, unseenCollection } from "../../db/collection/facts.ts"
import { type EvidenceOlder, openEvidence } from "../../db/evidence/evidence.ts"
import { type EvidenceFacts, evidenceFacts, unseenEvidence } from "../../db/evidence/facts.ts"
import { readAnchor } from "../../db/evidence/ledger-anchor.ts"
import { absentCollection } from "../../db/inspection/inspect-collection.ts"
import { absentEvidence } from "../../db/inspection/inspect-evidence.ts"
import { keyFolderOf } from "../../db/inspection/key-folder.ts"
import { strayFiles } from "../../db/inspection/stray-files.ts"
import { privateKeysOf } from "../../db/keys/key-command.ts"
import { lostKeys } from "../../db/keys/lost-keys.ts"
import type { CannotOpenStore } from "../../db/store.ts"
import { isAbsent } from "../../db/store-unavailable.ts"
import { banded } from "../../policy/banded.ts"
import { formIds } from "../../policy/data/form-id.ts"
import { type Fact, faulty, seen, type Unseen, unseen } from "../../policy/facts/fact.ts"
import type { Facts } from "../../policy/facts/facts.ts"
import type { KeyFolder } from "../../policy/facts/key-folder.ts"
import { lockedWords, look } from "../../policy/facts/look.ts"
import type { StoreReport } from "../../policy/report/report.ts"
import { collectionSource, evidenceSource, type StorageSettings } from "../deployment/storage.ts"
import { declaredIn } from "../tables/workflow/declared-in.ts"

export type StoreFacts = Pick<
  Facts,
  keyof CollectionFacts | keyof EvidenceFacts | "lostKeys" | "keyFolder" | "strayFiles"
>

export interface StoreLookOptions {
  readonly isNeighbourhoodUsed: boolean
  readonly progress?: (share: number) => void
}

export interface Stores {
  readonly store: StoreReport
  readonly facts: StoreFacts
}

interface Look<F> {
  readonly absent: boolean
  readonly facts: F
}

interface CollectionLook extends Look<CollectionFacts & Pick<Facts, "lostKeys">> {
  readonly store: StoreReport
}

/** How many responses are held of each form, in bands. */
export const storeReport = (counts: readonly Count[]): StoreReport => ({
  read: true,
  held: formIds.map((form) => {
    const own = counts.filter((count) => count.form === form)
    return { form, answers: banded(own.reduce((sum, { responses }) => sum + responses, 0)) }
  }),
})

/** The account that runs this may not be allowed to see the private keys. */
const keysFact = (storage: StorageSettings, counts: readonly Count[]): Effect.Effect<Facts["lostKeys"]> =>
  look(
    "the private keys",
    lostKeys(privateKeysOf(storage), storage.dataDir, [...new Set(counts.map(({ day }) => day))]),
    seen,
  )

/** Why a store that is here cannot be judged: at fault where it is damaged, foreign or gone, unseen where it is only out of reach. */
const cannotOpen = (name: "collection" | "evidence store", error: CannotOpenStore | EvidenceOlder): Unseen => {
  switch (error._tag) {
    case "StoreForeign":
      return faulty(`the ${name} here belongs to another deployment`)
    case "StoreGone":
      return faulty(`the ${name} that belongs to the keys here is missing`)
    case "WrongMode":
      return faulty(`the ${name} here is not of this mode`)
    case "StoreUnavailable":
      if (error.isDamage) return faulty(`the ${name} here is damaged`)
      return unseen(`the ${name} here could not be read${error.isLocked ? `: ${lockedWords}` : ""}`)
    default:
      return unseen(`the ${name} here could not be read`)
  }
}

const lookAtCollection = (storage: StorageSettings): Effect.Effect<CollectionLook, never, Scope.Scope> =>
  Effect.gen(function* () {
    const collection = yield* openCollection(
      { ...collectionSource(storage), readOnly: true, isLongJob: true },
      storage.mode,
    )
    const counts = yield* collection.counts
    const facts = { ...(yield* collectionFacts(collection)), lostKeys: yield* keysFact(storage, counts) }
    return { absent: false, store: storeReport(counts), facts }
  }).pipe(
    Effect.catch((error) => {
      const absent = isAbsent(error)
      const reason = absent ? unseen("there is no collection here yet") : cannotOpen("collection", error)
      return Effect.succeed<CollectionLook>({
        absent,
        store: { read: false, because: reason.unseen },
        facts: { ...unseenCollection(reason), ...(absent && absentCollection), lostKeys: reason },
      })
    }),
  )

interface EvidenceLook extends Look<EvidenceFacts> {
  /** The days that are transferred for good. */
  readonly completeDays: readonly string[]
}

const lookAtEvidence = (
  storage: StorageSettings,
  options: StoreLookOptions,
): Effect.Effect<EvidenceLook, never, Scope.Scope> =>
  Effect.gen(function* () {
    const reported = yield* readAnchor(storage.dataDir).pipe(
      Effect.catchTag("AnchorDamaged", () => Effect.succeed("damaged" as const)),
      Effect.orElseSucceed(() => undefined),
    )
    const source = { ...evidenceSource(storage), readOnly: true, isLongJob: true }
    return yield* openEvidence({ source, mode: storage.mode }).pipe(
      Effect.flatMap((evidence) => evidenceFacts(evidence, { ...options, reported, declared: declaredIn(storage) })),
      Effect.map((facts): EvidenceLook => ({ absent: false, facts, completeDays: completeDaysIn(facts.days) })),
      Effect.catch((error) => {
        const absent = isAbsent(error)
        const reason = absent ? unseen("there is no evidence store here yet") : cannotOpen("evidence store", error)
        const facts = { ...unseenEvidence(reason), ...(absent && absentEvidence(reported)) }
        return Effect.succeed<EvidenceLook>({ absent, facts, completeDays: [] })
      }),
    )
  })

const completeDaysIn = (days: Facts["days"]): readonly string[] =>
  "seen" in days ? days.seen.filter(({ arrival }) => arrival?.state === "complete").map(({ day }) => day) : []

/** A store that is absent adds nothing; one that could not be read leaves those of both unseen. */
const joined = <T>(facts: readonly Fact<readonly T[]>[]): Fact<readonly T[]> => {
  const all: T[] = []
  for (const fact of facts) {
    if ("unseen" in fact) return fact
    all.push(...fact.seen)
  }
  return seen(all)
}

const columnsOf = (stores: readonly Look<{ readonly columns: Facts["columns"] }>[]): Facts["columns"] => {
  const present = stores.filter(({ absent }) => !absent).map(({ facts }) => facts.columns)
  return present.length === 0 ? unseen("there is no store here yet") : joined(present)
}

export const readStores = Effect.fn("Stores.here")(function* (
  storage: StorageSettings,
  options: StoreLookOptions,
): Effect.fn.Return<Stores, never, Scope.Scope> {
  const { dataDir } = storage
  const collection = yield* lookAtCollection(storage)
  const evidence = yield* lookAtEvidence(storage, options)
  const keyFolder = yield* look(
    "the keys",
    keyFolderOf(privateKeysOf(storage), dataDir, evidence.completeDays),
    seen<KeyFolder>,
  )
  const files = yield* look(
    "the files of DATA_DIR",
    attempt("data", () => strayFiles(dataDir)),
    seen,
  )
  return {
    store: collection.store,
    facts: {
      ...collection.facts,
      ...evidence.facts,
      columns: columnsOf([collection, evidence]),
      schema: joined([collection.facts.schema, evidence.facts.schema]),
      keyFolder,
      strayFiles: files,
    },
  }
})
