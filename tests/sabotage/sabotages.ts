/** Lists every sabotage in the order of the rules. */
import { ruleIds } from "../../policy/rule-id.ts"
import { analysedSabotages } from "./analysed.ts"
import { askedSabotages } from "./asked.ts"
import { authoritySabotages } from "./authority.ts"
import { backupSabotages } from "./backups.ts"
import { beyondSabotages } from "./beyond.ts"
import { collectedSabotages } from "./collected.ts"
import { custodySabotages } from "./custody.ts"
import { formSabotages } from "./forms.ts"
import { postcodeSabotages } from "./postcode.ts"
import type { Planned } from "./sabotage.ts"
import { suppressedSabotages } from "./suppressed.ts"
import { teamSabotages } from "./team.ts"
import { unnoticedSabotages } from "./unnoticed.ts"

const inAnyOrder: readonly Planned[] = [
  ...askedSabotages,
  ...formSabotages,
  ...collectedSabotages,
  ...postcodeSabotages,
  ...analysedSabotages,
  ...custodySabotages,
  ...backupSabotages,
  ...teamSabotages,
  ...beyondSabotages,
  ...suppressedSabotages,
  ...authoritySabotages,
  ...unnoticedSabotages,
]

export const sabotages: readonly Planned[] = ruleIds.flatMap((id) => inAnyOrder.filter(({ rule }) => rule === id))
