/** Notices that the file of a store, or its log, was moved, replaced or removed: a row that is stored then is not found again. */
import { statSync } from "node:fs"

const identityOf = (file: string): string | undefined => {
  const found = statSync(file, { throwIfNoEntry: false, bigint: true })
  return found === undefined || found.nlink === 0n ? undefined : `${found.dev} ${found.ino}`
}

/** Call it while the files are those that are open. The log has one name and number as long as the store is open. */
export const watchPlace = (file: string): (() => boolean) => {
  const own = identityOf(file)
  let log = identityOf(`${file}-wal`)
  return () => {
    const found = identityOf(`${file}-wal`)
    log ??= found
    return own !== undefined && identityOf(file) === own && found === log
  }
}
