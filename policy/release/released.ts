/** The type of a table past every gate of release. */

import type { Stage } from "../response/stage.ts"
import type { PublicationPlace } from "./geography-level.ts"
import type { TableDimension } from "./table.ts"

/**
 * A table past every gate of release: a whole cross of its dimensions. `audit` is the digest of its certificate; a
 * withheld count is `[c]`.
 */
export type Released = Stage<
  "Released",
  {
    readonly title: string
    readonly geographies: readonly PublicationPlace[]
    /** The decision that allows a geography finer than a region. */
    readonly widenedBy?: string
    readonly dimensions: readonly TableDimension[]
    readonly cells: ReadonlyArray<{ readonly labels: readonly string[]; readonly count: number | "[c]" }>
    readonly audit: string
    readonly releasedOn: string
  }
>
