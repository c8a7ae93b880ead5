/** `ask -- close`: ends the collection for good, before two witnesses; what it refuses it names, and it may be asked again. */
import { parseArgs } from "node:util"
import { Effect, Result, Schema } from "effect"
import { openCollection } from "../../db/collection/collection.ts"
import { openEvidence } from "../../db/evidence/evidence.ts"
import { teamOf } from "../../db/evidence/observed.ts"
import type { Index } from "../../db/geography/index-file.ts"
import { geographyFolder, readIndex } from "../../db/geography/kept.ts"
import { privateKeysOf } from "../../db/keys/key-command.ts"
import { finderOf, scan } from "../../db/residue/scan.ts"
import { close as closeAll } from "../../db/transfer/close.ts"
import { GeographyDamaged } from "../../db/transfer/closing-refusals.ts"
import { grant } from "../../policy/capability/capability.ts"
import { PersonId } from "../../policy/capability/member.ts"
import { CollectionWindow } from "../../policy/window.ts"
import { collectionSource, evidenceFiles, evidenceSource, type Place } from "../launcher/place.ts"
import { windowHere } from "../launcher/window-here.ts"
import { exitCode } from "./exit-code.ts"
import { progress, ready } from "./transfer.ts"

const misuse =
  "close takes --witness ID twice, for the two people who see it done (ids of sixteen signs, as the controller's list has them), and --by ID for a supervisor who closes before the window ends."

const Asked = Schema.Struct({ witness: Schema.Tuple([PersonId, PersonId]), by: Schema.optionalKey(PersonId) })
const read = Schema.decodeUnknownResult(Asked)

const asked = (args: readonly string[]) => {
  try {
    const options = { witness: { type: "string", multiple: true }, by: { type: "string" } } as const
    return Result.getOrUndefined(read({ ...parseArgs({ args: [...args], options, allowPositionals: false }).values }))
  } catch {
    return undefined
  }
}

/** The evidence store keeps children's words until a person has cleaned them, and the published geography is no residue. */
const leftOut = (place: Place): readonly string[] => [geographyFolder(place.dataDir), ...evidenceFiles(place)]

const scanOf = (place: Place, index: Index | undefined) => (days: readonly string[]) => {
  return scan([place.dataDir], finderOf({ words: [], index, days }), leftOut(place))
}

const closing = (place: Place, { witness: witnesses, by }: typeof Asked.Type) =>
  Effect.gen(function* () {
    yield* ready(place)
    const index = readIndex(geographyFolder(place.dataDir))
    if (index === "damaged") return yield* new GeographyDamaged()
    const collection = yield* openCollection(collectionSource(place), place.mode)
    const evidence = yield* openEvidence({ source: evidenceSource(place), mode: place.mode, upgrade: false })
    const open = yield* windowHere(place)
    return yield* Effect.gen(function* () {
      const early = by && (yield* grant("close-collection", by))
      const { passed } = progress()
      const { mode, dataDir } = place
      const { facts } = yield* closeAll({
        ...{ collection, evidence, mode, dataDir, keys: privateKeysOf(place), passed, witnesses, early },
        scan: scanOf(place, index),
      })
      console.log(
        `The collection in ${mode} was closed on ${facts.closedOn}: it is empty, every answer arrived as it was sent (both ends ${facts.rows}), and a scan found nothing left. Nothing reopens it.`,
      )
      return 0
    }).pipe(Effect.provide(teamOf(evidence)), Effect.provideService(CollectionWindow, open))
  }).pipe(Effect.scoped)

export const close = (place: Place, args: readonly string[]): Promise<number> => {
  const options = asked(args)
  if (options === undefined || options.witness[0] === options.witness[1]) {
    console.error(misuse)
    return Promise.resolve(2)
  }
  process.umask(0o077)
  return exitCode(closing(place, options))
}
