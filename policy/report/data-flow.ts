/** Lists how data move between children, places and the public, each step with the asset that it makes and the rule over it. */
import { type Location, locations } from "../data/asset.ts"
import { assets } from "../dpia/assets/register.ts"
import type { RuleId } from "../rule-id.ts"

export const outside = ["child", "the-public"] as const
export type Place = Location | (typeof outside)[number]

export interface FlowStep {
  readonly from: Place
  readonly to: Place
  readonly what: string
  /** The id of the asset that receives the data; absent where nothing is stored. */
  readonly asset?: string
  readonly rule: RuleId
}

/** In the order in which they happen. */
export const flowSteps: readonly FlowStep[] = [
  {
    from: "child",
    to: "shared-device",
    what: "Where a device has no connection, finished answers wait on it, sealed",
    asset: "waiting-surveys",
    rule: "first-party-only",
  },
  {
    from: "child",
    to: "web-server",
    what: "A child sends answers; the home postcode is matched to an area in memory and forgotten, and the rest is sealed",
    asset: "collection-responses",
    rule: "postcode-destroyed-after-matching",
  },
  {
    from: "web-server",
    to: "secure-network",
    what: "Each night the sealed answers of past days move to the evidence store, and leave the web server",
    asset: "evidence-responses",
    rule: "web-server-emptied-at-close",
  },
  {
    from: "web-server",
    to: "processor",
    what: "While the collection is open the processor may take an extract, without postcode or free text, and deletes it",
    asset: "processor-extracts",
    rule: "processor-extracts-deleted-at-close",
  },
  {
    from: "secure-network",
    to: "published",
    what: "A table leaves after an audit and two checks; small counts are withheld",
    asset: "released-tables",
    rule: "outputs-checked",
  },
  {
    from: "published",
    to: "the-public",
    what: "Anyone can read the published tables, and nothing else",
    rule: "aggregates-only-beyond-the-team",
  },
]

export interface PlaceReport {
  readonly place: string
  readonly where: string
  /** How many assets of the register are there. */
  readonly assets: number
  readonly owners: readonly string[]
}

const isLocation = (text: string): text is Location => Object.hasOwn(locations, text)

const spoken = (key: string): string => key.replaceAll("-", " ")

/** Every place that the register names, with who owns the assets there. */
export const placesOfAssets = (): readonly PlaceReport[] =>
  Object.keys(locations)
    .filter(isLocation)
    .map((place) => {
      const own = assets.filter(({ location }) => location === place)
      return {
        place: spoken(place),
        where: locations[place],
        assets: own.length,
        owners: [...new Set(own.map(({ owner }) => spoken(owner)))],
      }
    })
    .filter(({ assets: held }) => held > 0)

export interface FlowReport {
  readonly from: string
  readonly to: string
  readonly what: string
  readonly asset?: string
  readonly rule: RuleId
}

export const flowReport = (): readonly FlowReport[] =>
  flowSteps.map(({ from, to, ...rest }) => ({ from: spoken(from), to: spoken(to), ...rest }))
