/** Gives each process its own account where the deployment names accounts, so that none reads the files of another. */
import { spawnSync } from "node:child_process"

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

/** Returns the account of the staff process, or one sentence on why it cannot be used. */
export const staffAccountOf = (name: string, { web, writer, keeper }: Accounts): Account | string => {
  const account = accountOf(name)
  const isTaken = account === undefined || [0, web.uid, writer.uid, keeper.uid].includes(account.uid)
  return isTaken
    ? "The account of the staff process in app.config.ts does not exist here, is root's or another process's, so nothing was started. Make one, for example with useradd --system."
    : account
}

/** Returns the accounts, or one sentence on why they cannot be used. */
export const accountsOf = (names: Accounts<string>): Accounts | string => {
  if (process.getuid?.() !== 0)
    return "Only root can start processes under separate accounts, so nothing was started. Start as root, or leave accounts out of app.config.ts."
  const [web, writer, keeper] = [names.web, names.writer, names.keeper].map(accountOf)
  if (!web || !writer || !keeper)
    return "An account in app.config.ts does not exist here, so nothing was started. Make it, for example with useradd --system."
  if (new Set([web.uid, writer.uid, keeper.uid, 0]).size < 4)
    return "The accounts in app.config.ts must be three different ones, and none of them root, so nothing was started."
  return { web, writer, keeper }
}
