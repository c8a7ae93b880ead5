/** Finds faults in the list itself: an edit whose text is gone, and a sabotage of `rules.md` that the list lacks. */
import { existsSync } from "node:fs"
import { join } from "node:path"
import { root } from "../../src/launcher/set-up.mjs"
import { dpiaFolder, faultOf } from "./copy.ts"
import { type Phrase, phrases } from "./phrases.ts"
import { isBuilt, nameOf, type Planned } from "./sabotage.ts"

const faultsOf = (planned: Planned): readonly string[] => {
  if (!isBuilt(planned))
    return existsSync(join(root, planned.until)) ? [`${planned.until} exists now: sabotage it`] : []
  return planned.edits
    .filter(({ file }) => !file.startsWith("../") || existsSync(join(root, dpiaFolder)))
    .flatMap((edit) => faultOf(root, edit) ?? [])
}

export const decayed = (list: readonly Planned[]): readonly string[] =>
  list.flatMap((planned) => faultsOf(planned).map((fault) => `${planned.rule}, ${nameOf(planned)}: ${fault}`))

export const unplanned = (list: readonly Planned[], wanted: readonly Phrase[] = phrases() ?? []): readonly string[] =>
  wanted
    .filter(({ rule, sabotage }) => !list.some((each) => each.rule === rule && each.sabotage === sabotage))
    .map(({ rule, sabotage }) => `${rule}: no sabotage is planned for “${sabotage}”`)
