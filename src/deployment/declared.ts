/** Reads the declarations of named people for this deployment; without an evidence store nobody has declared anything. */
import { existsSync } from "node:fs"
import { Effect, Schema } from "effect"
import { identityFile } from "../../db/identity-file.ts"
import { isAbsent } from "../../db/store-unavailable.ts"
import type { Deployment, RecordedDeployment } from "../../policy/deployment/deployment.ts"
import { type Declarations, inForce, nothingDeclared } from "../../policy/deployment/in-force.ts"
import type { Window } from "../../policy/window.ts"
import { evidenceSource, isEvidenceHere, type StorageSettings } from "./storage.ts"

/** The declarations exist and cannot be read. Its sentence is that of the store. */
export class DeclarationsUnread extends Schema.TaggedError<DeclarationsUnread>()("DeclarationsUnread", {
  message: Schema.String,
}) {}

/** A store that was made and is gone still has its identity, and opening it says so. */
const isExpected = (storage: StorageSettings): boolean =>
  isEvidenceHere(storage) || existsSync(identityFile(storage.dataDir, "evidence"))

/** Loaded only where a store is expected: with all that an evidence store knows, a start would take half as long again. */
const evidence = Effect.promise(() => import("../../db/evidence/evidence.ts"))

export const declaredHere = (storage: StorageSettings): Effect.Effect<Declarations, DeclarationsUnread> =>
  Effect.suspend(() => (isExpected(storage) ? declaredIn(storage) : Effect.succeed(nothingDeclared)))

const declaredIn = (storage: StorageSettings): Effect.Effect<Declarations, DeclarationsUnread> =>
  evidence.pipe(
    Effect.flatMap(({ openEvidence }) =>
      openEvidence({ source: { ...evidenceSource(storage), readOnly: true }, mode: storage.mode }),
    ),
    Effect.flatMap(({ declarations }) => Effect.map(declarations, inForce)),
    Effect.scoped,
    Effect.catchIf(isAbsent, () => Effect.succeed(nothingDeclared)),
    Effect.mapError(({ message }) => new DeclarationsUnread({ message })),
  )

/** A rehearsal starts without declarations that cannot be read, and warns; live refuses. */
export const recordedHere = (
  storage: StorageSettings,
  deployment: Deployment,
  warn: (sentence: string) => void,
): Effect.Effect<RecordedDeployment, DeclarationsUnread> =>
  declaredHere(storage).pipe(
    Effect.catch((unread) =>
      storage.mode === "live"
        ? Effect.fail(unread)
        : Effect.as(
            Effect.sync(() => warn(`What was declared is not used in this rehearsal: ${unread.message}`)),
            nothingDeclared,
          ),
    ),
    Effect.map((declared) => ({ ...deployment, ...declared })),
  )

/** A window that cannot be read is not open, and a part in the project that ends with it has ended. */
const unread: Window = { opens: "9999-12-31", closes: "unread" }

/** When answers may be taken: a live deployment has declared its window, and a rehearsal is always open. */
export const declaredWindow = (storage: StorageSettings): Effect.Effect<Window | "always"> =>
  storage.mode === "live"
    ? declaredHere(storage).pipe(
        Effect.map(({ window }) => window ?? ("always" as const)),
        Effect.orElseSucceed(() => unread),
      )
    : Effect.succeed("always" as const)
