/** Names every file and folder of DATA_DIR that the launcher gives to an account, and to which one. */
import type { Accounts } from "./account.ts"

export type Owner = Exclude<keyof Accounts, "web">

export interface OwnedFile {
  readonly kind: "file"
  readonly owner: Owner
}

export interface OwnedFolder {
  readonly kind: "folder"
  readonly owner: Owner
  /** Every account may pass through to its own files. */
  readonly open?: boolean
  readonly holds: readonly (readonly [name: RegExp, owned: Owned])[]
}

export type Owned = OwnedFile | OwnedFolder

const file = (owner: Owner): OwnedFile => ({ kind: "file", owner })
const folder = (owner: Owner, holds: OwnedFolder["holds"], open = false): OwnedFolder => ({
  kind: "folder",
  owner,
  holds,
  open,
})

const keys = folder("keeper", [[/^[\w-]+\.key$/, file("keeper")]])
const batches = folder("keeper", [[/^[\w.-]+\.sealed$/, file("keeper")]])

/** `web` owns nothing. Released tables and the geography keep their owner, and every account may read them. */
export const ownedFiles: OwnedFolder = folder(
  "writer",
  [
    [/^collection\.sqlite(?:-wal|-shm|-journal)?$/, file("writer")],
    [/^evidence\.sqlite(?:-wal|-shm|-journal)?$/, file("keeper")],
    [/^backups$/, folder("keeper", [[/^\d{4}-\d\d-\d\d$/, batches]])],
    [
      /^keys$/,
      folder(
        "keeper",
        [
          [/^token\.key$/, file("writer")],
          [/^collection\.id(?:\.new)?$/, file("writer")],
          [/^evidence\.id(?:\.new)?$/, file("keeper")],
          [/^(?:ledger\.head|retention\.look|closed)$/, file("keeper")],
          [/^destroyed$/, folder("keeper", [[/^\d{4}-\d\d-\d\d\.json$/, file("keeper")]])],
          [/^(?:private|public|page|waiting)$/, keys],
        ],
        true,
      ),
    ],
  ],
  true,
)
