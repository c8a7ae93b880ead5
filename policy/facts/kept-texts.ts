/** Sums up where the children's own words are between quarantine and release, and what contradicts the ledger; never the words. */
import { type Banded, banded } from "../banded.ts"

export interface KeptTexts {
  /** In quarantine, and not scanned by this version of the detector. */
  readonly received: Banded
  /** In quarantine: the detector found nothing, or replaced what it found. */
  readonly clean: Banded
  readonly held: Banded
  readonly reviewed: Banded
  /** Cleaned, and their own words destroyed. */
  readonly released: Banded
  /** Clean texts that people read, to learn what this version of the detector leaves. */
  readonly audit: { readonly read: Banded; readonly wanted: Banded; readonly leaks: Banded }
  /** Each ends a sentence that begins "broken:". */
  readonly faults: readonly string[]
}

const none = banded(0)

export const noTexts: KeptTexts = {
  received: none,
  clean: none,
  held: none,
  reviewed: none,
  released: none,
  audit: { read: none, wanted: none, leaks: none },
  faults: [],
}

export const textsWords = ({ received, clean, held, reviewed, released, audit }: KeptTexts): string =>
  `in quarantine: ${received} to be scanned, ${clean} clean, ${held} held for a person, ${reviewed} reviewed; released: ${released}; audit of clean texts: ${audit.read} read of ${audit.wanted}, leaks found: ${audit.leaks}`
