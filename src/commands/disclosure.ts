/** `ask -- disclosure`: protects tables, or audits anybody's. */
import { disclosureAudit } from "./disclosure-audit.ts"
import { disclosureProtect } from "./disclosure-protect.ts"

const commands: Readonly<Record<string, (rest: readonly string[]) => Promise<number>>> = {
  audit: disclosureAudit,
  protect: disclosureProtect,
}

export const disclosure = async ([command = "", ...rest]: readonly string[]): Promise<number> => {
  const chosen = Object.hasOwn(commands, command) ? commands[command] : undefined
  if (chosen) return chosen(rest)
  console.error(
    "disclosure takes: disclosure audit FILE.json, or a folder of tables; or disclosure protect MICRO.csv --dims --threshold --out",
  )
  return 2
}
