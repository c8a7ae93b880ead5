/** Each process under an account of its own, where the deployment names them: what one may read, the others may not. */
import { spawnSync } from "node:child_process"
import { chmodSync, chownSync, existsSync, lstatSync, readdirSync } from "node:fs"
import { join } from "node:path"

export interface Account {
  readonly uid: number
  readonly gid: number
}

export interface Accounts<A = Account> {
  readonly web: A
  readonly writer: A
  readonly keeper: A
}

const idOf = (name: string, which: "-u" | "-g"): number =>
  Number(spawnSync("id", [which, "--", name], { encoding: "utf8" }).stdout.trim() || Number.NaN)

const accountOf = (name: string): Account | undefined => {
  const account = { uid: idOf(name, "-u"), gid: idOf(name, "-g") }
  return Number.isInteger(account.uid) && Number.isInteger(account.gid) ? account : undefined
}

/** The accounts, or one sentence on why they cannot be used. */
export const accountsOf = (names: Accounts<string>): Accounts | string => {
  if (process.getuid?.() !== 0)
    return "Separate accounts need the launcher to be started by root: do so, or leave accounts out of app.config.ts."
  const [web, writer, keeper] = [names.web, names.writer, names.keeper].map(accountOf)
  if (!web || !writer || !keeper)
    return "An account that app.config.ts names does not exist here: make it, for example with useradd --system."
  if (new Set([web.uid, writer.uid, keeper.uid, 0]).size < 4)
    return "The accounts in app.config.ts must be three different ones, and none of them root."
  return { web, writer, keeper }
}

const own = (path: string, { uid, gid }: Account): void => {
  if (!existsSync(path)) return
  chownSync(path, uid, gid)
  if (lstatSync(path).isDirectory()) for (const name of readdirSync(path)) own(join(path, name), { uid, gid })
}

/** The collection and the token key are the writer's, every other key and all that has arrived the keeper's; `web` owns nothing. */
export const handOver = (dataDir: string, { writer, keeper }: Accounts): void => {
  const keys = join(dataDir, "keys")
  own(dataDir, writer)
  const arrived = existsSync(dataDir)
    ? readdirSync(dataDir).filter((name) => /^(evidence\.sqlite|backups$)/.test(name))
    : []
  for (const name of arrived) own(join(dataDir, name), keeper)
  own(keys, keeper)
  own(join(keys, "token.key"), writer)
  for (const folder of [dataDir, keys].filter(existsSync)) chmodSync(folder, 0o711)
}
