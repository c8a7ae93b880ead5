/** Lists what live still needs on this machine, each with the person who must act and the command that records it. */
import { Effect } from "effect"
import { geographyHeld } from "../../db/geography/in-use.ts"
import { geographyFolder } from "../../db/geography/index-folder.ts"
import { today } from "../../policy/civil-day.ts"
import { missingLine, missingToOpen } from "../../policy/deployment/opening.ts"
import { declaredHere } from "../deployment/declared.ts"
import { Settings } from "../deployment/settings.ts"
import { sandboxOffered } from "../launcher/sandbox.ts"

export const missingHere = Effect.gen(function* () {
  const { storage, deployment } = yield* Settings
  const recorded = { ...deployment, ...(yield* declaredHere(storage)) }
  const geography = geographyHeld(geographyFolder(storage.dataDir))
  const sandbox = sandboxOffered() === undefined ? "none" : "offered"
  return missingToOpen(recorded, yield* today, geography, sandbox).map(missingLine)
})
