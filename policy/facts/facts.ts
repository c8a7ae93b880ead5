/** Lists everything that audits read in one total record: each fact is given, or the reason why it was not seen. */
import type { Banded } from "../banded.ts"
import type { Member } from "../capability/member.ts"
import type { Day } from "../civil-day.ts"
import type { CollectionState } from "../custody/collection.ts"
import type { ComplaintReceived } from "../custody/complaint.ts"
import type { ExtractState } from "../custody/extract.ts"
import type { RetentionState } from "../custody/retention.ts"
import type { StoredColumn } from "../data/asset.ts"
import type { FormDraft } from "../data/form.ts"
import type { Flag } from "../data/quality-flag.ts"
import type { RecordedDeployment } from "../deployment/deployment.ts"
import type { NeighbourhoodUse } from "../deployment/neighbourhood-use.ts"
import type { DecisionRecord } from "../record/decision-record.ts"
import type { StoreScan } from "../record/residue-scan.ts"
import type { Releases } from "../release/released-tables.ts"
import type { Window } from "../window.ts"
import type { Fact } from "./fact.ts"
import type { KeptContent } from "./kept-content.ts"
import type { KeptDay } from "./kept-day.ts"
import type { KeptTexts } from "./kept-texts.ts"
import type { KeyFolder } from "./key-folder.ts"
import type { LedgerLook } from "./ledger-look.ts"
import type { SchemaFault } from "./schema-fault.ts"
import type { SealedDay } from "./sealed-day.ts"
import type { ServedSite } from "./served-site.ts"

/** The geography that home postcodes are matched to. */
export interface GeographyInUse {
  /** The fields that a match returns. */
  readonly fields: readonly string[]
  /** The publisher's edition, such as "NSPL November 2021"; `made up` in rehearsal. */
  readonly vintage: string
  /** Why a match returns an LSOA; where it is absent, a match may not. */
  readonly neighbourhoodUse?: NeighbourhoodUse | undefined
}

export interface Quality {
  /** Counts that an audit compares and never prints. */
  readonly received: number
  readonly checked: number
  readonly flagged: readonly { readonly flag: Flag; readonly responses: Banded }[]
}

/** A day whose answers were given up because no key could open them. */
export interface AbandonedDay {
  readonly of: string
  readonly on: string
  readonly responses: Banded
}

export interface ResidueScan {
  readonly on: Day
  readonly traces: number
  /** Empty for a scan of an earlier version, which did not record what it looked at. */
  readonly stores: readonly StoreScan[]
}

export interface Facts {
  /** The civil date in London. */
  readonly today: Fact<Day>
  /** The mode that `app.config.ts` states, and the sign-offs, decisions and waivers that were declared. */
  readonly deployment: Fact<RecordedDeployment>
  /** The forms that children are shown. */
  readonly forms: Fact<readonly FormDraft[]>
  readonly window: Fact<Window | "always">
  readonly geography: Fact<GeographyInUse>
  readonly servedSite: Fact<ServedSite>
  /** Every column of every table and view in both stores, from their own catalogues. */
  readonly columns: Fact<readonly StoredColumn[]>
  /** The days on which the collection received a response, each once: never how many, never at what time. */
  readonly daysOfReceipt: Fact<readonly string[]>
  /** The days whose private key is lost, so that nothing can open their answers. */
  readonly lostKeys: Fact<readonly string[]>
  readonly collection: Fact<CollectionState>
  /** Every extract ever taken. */
  readonly extracts: Fact<readonly ExtractState[]>
  /** The complaints that are kept, unopened. */
  readonly complaints: Fact<readonly ComplaintReceived[]>
  readonly retentions: Fact<readonly RetentionState[]>
  readonly members: Fact<readonly Member[]>
  readonly quality: Fact<Quality>
  /** How many home postcodes were matched and how many were not. */
  readonly places: Fact<{ readonly matched: Banded; readonly unmatched: Banded }>
  readonly abandonedDays: Fact<readonly AbandonedDay[]>
  readonly releases: Fact<Releases>
  /** The latest search of every byte that the stores leave on disk. */
  readonly residueScan: Fact<ResidueScan>
  /** What a reading of every kept response found. */
  readonly content: Fact<KeptContent>
  /** Where the children's own words are between quarantine and release. */
  readonly texts: Fact<KeptTexts>
  /** Each day in the evidence store, with its counts. */
  readonly days: Fact<readonly KeptDay[]>
  /** What differs between the stores and their migrations. */
  readonly schema: Fact<readonly SchemaFault[]>
  readonly ledger: Fact<LedgerLook>
  /** Every record of the ledger, in order. */
  readonly records: Fact<readonly DecisionRecord[]>
  /** Each day in the collection, with its counts. */
  readonly sealedDays: Fact<readonly SealedDay[]>
  readonly keyFolder: Fact<KeyFolder>
  /** Files in the data folder that no asset declares. */
  readonly strayFiles: Fact<readonly string[]>
}
