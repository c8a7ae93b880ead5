/** What is wrong with the list itself: an edit whose text is gone, and a sabotage of `rules.md` that nobody planned. */
import { existsSync } from "node:fs"
import { join } from "node:path"
import { root } from "../../src/launcher/set-up.mjs"
import { beside, rotten } from "./copy.ts"
import { type Phrase, phrases } from "./phrases.ts"
import { isBuilt, nameOf, type Planned } from "./sabotage.ts"

const faultsOf = (planned: Planned): readonly string[] => {
  if (!isBuilt(planned)) return existsSync(join(root, planned.until)) ? [`${planned.until} is built: sabotage it`] : []
  return planned.edits
    .filter(({ file }) => !file.startsWith("../") || existsSync(join(root, beside)))
    .flatMap((edit) => rotten(root, edit) ?? [])
}

export const decayed = (list: readonly Planned[]): readonly string[] =>
  list.flatMap((planned) => faultsOf(planned).map((fault) => `${planned.rule}, ${nameOf(planned)}: ${fault}`))

export const unplanned = (list: readonly Planned[], asked: readonly Phrase[] = phrases() ?? []): readonly string[] =>
  asked
    .filter(({ rule, sabotage }) => !list.some((each) => each.rule === rule && each.sabotage === sabotage))
    .map(({ rule, sabotage }) => `${rule}: nothing is planned for “${sabotage}”`)
