/** `ask -- disclosure`: protects tables, or audits anybody's. */
import { disclosureAudit } from "./disclosure-audit.ts"

const commands: Readonly<Record<string, (rest: readonly string[]) => Promise<number>>> = { audit: disclosureAudit }

export const disclosure = async ([command = "", ...rest]: readonly string[]): Promise<number> => {
  const chosen = Object.hasOwn(commands, command) ? commands[command] : undefined
  if (chosen) return chosen(rest)
  console.error("disclosure takes: disclosure audit FILE.json, or a folder of tables")
  return 2
}
