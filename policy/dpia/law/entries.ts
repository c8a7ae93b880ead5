/** Lists the entries of the law register that a person qualified in law confirms: each provision, and each change since the DPIA. */
import { canonicalJson } from "../../record/canonical-json.ts"
import { type Digest, digestOf } from "../../record/digest.ts"
import { dpiaChanges, provisions } from "./law.ts"

export interface LawEntry {
  readonly name: string
  /** The name in small letters, for the command line, such as "uk-gdpr-art-5-1-a". */
  readonly id: string
  /** A confirmation counts for this text only: it says what the register states of the entry. */
  readonly text: Digest
}

const act = "Data (Use and Access) Act 2025"

const stated: readonly (readonly [name: string, text: object])[] = [
  ...Object.entries(provisions),
  ...dpiaChanges.map((change) => [`${act} ${change.section}`, change] as const),
]

export const lawEntryId = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replace(/-$/, "")

/** One that is cited and also changed something is one entry. */
export const lawEntries: readonly LawEntry[] = [...Map.groupBy(stated, ([name]) => name)].map(([name, texts]) => ({
  name,
  id: lawEntryId(name),
  text: digestOf(canonicalJson({ name, says: texts.map(([, text]) => text) })),
}))

/** The name by which a change since the DPIA is confirmed. */
export const nameOfChange = (section: string): string => `${act} ${section}`
