/** Writes the record of processing of UK GDPR Article 30(1) from the declarations: contacts, purposes, assets, retention. */
import { locations, retentions } from "../data/asset.ts"
import { purposes } from "../data/purpose.ts"
import { contactName } from "../deployment/contacts.ts"
import type { RecordedDeployment } from "../deployment/deployment.ts"
import { assets } from "../dpia/assets/register.ts"

export interface ProcessingPart {
  /** The point of Article 30(1). */
  readonly point: string
  readonly part: string
  readonly says: readonly string[]
}

const spoken = (key: string): string => key.replaceAll("-", " ")
const each = (all: readonly string[]): readonly string[] => [...new Set(all)]

/** No transfer outside the United Kingdom is declared, so none is allowed (F35). */
export const processingRecord = ({ contacts }: Pick<RecordedDeployment, "contacts">): readonly ProcessingPart[] => [
  {
    point: "(a)",
    part: "Controller and Data Protection Officer",
    says: [contactName("controller", contacts), contactName("dpo", contacts)],
  },
  { point: "(b)", part: "Purposes", says: purposes.map(spoken) },
  {
    point: "(c)",
    part: "Categories of people and of data",
    says: ["children aged 4 to 17 in England", ...each(assets.flatMap(({ categories }) => categories)).map(spoken)],
  },
  {
    point: "(d)",
    part: "Recipients",
    says: ["the processor, while it maintains the website", "the public: checked tables alone"],
  },
  { point: "(e)", part: "Transfers to other countries", says: ["none is declared"] },
  {
    point: "(f)",
    part: "When each is erased",
    says: each(assets.map(({ retention }) => retentions[retention])),
  },
  {
    point: "(g)",
    part: "Measures of security",
    says: [
      "answers are sealed as they arrive, to a key of the day that the web server does not have",
      ...each(assets.map(({ location }) => locations[location])).map(
        (place) => `assets are held in one place each: ${place}`,
      ),
    ],
  },
]
