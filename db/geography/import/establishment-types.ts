/** Lists the types of establishment in the register (GIAS) and whether a child may pick one as their school. */

/** `secure`: never offered (no school is asked in secure settings). `abroad`: outside England. */
export type Offer = "offered" | "secure" | "abroad" | "not a school"

const types: Readonly<Record<Offer, readonly string[]>> = {
  offered: [
    "Academy 16-19 converter",
    "Academy 16-19 sponsor led",
    "Academy alternative provision converter",
    "Academy alternative provision sponsor led",
    "Academy converter",
    "Academy converter mainstream",
    "Academy converter special school",
    "Academy special converter",
    "Academy special sponsor led",
    "Academy sponsor led",
    "Academy sponsor led mainstream",
    "Academy sponsor led special school",
    "Agriculture and horticulture college",
    "Art, design and performing art college",
    "City technology college",
    "Community school",
    "Community special school",
    "Early years setting",
    "EY setting",
    "Foundation school",
    "Foundation special school",
    "Free school",
    "Free school 16-19",
    "Free school alternative provision",
    "Free school mainstream",
    "Free school special",
    "Further education",
    "General further education college",
    "Independent school approved for SEN pupils",
    "Institution funded by other government department",
    "LA nursery school",
    "Local authority nursery school",
    "Miscellaneous",
    "Non-maintained special school",
    "Online provider",
    "Other independent school",
    "Other independent special school",
    "Pupil referral unit",
    "Service children's education",
    "Sixth form centre",
    "Sixth form centre/consortia",
    "Sixth form college",
    "Special post 16 institution",
    "Specialist designated college",
    "Studio school",
    "University technical college",
    "Voluntary aided school",
    "Voluntary controlled school",
  ],
  secure: [
    "Academy secure 16-19",
    "Secure 16-19 academy",
    "Secure academy",
    "Secure unit",
    "Young offender institution",
  ],
  abroad: ["British school overseas", "Offshore school", "Welsh establishment"],
  "not a school": [
    "Children's centre",
    "Children's centre linked site",
    "Higher education institution",
    "Playing for success centre",
    "Training centre",
  ],
}

/** Editions differ in case, plurals, dashes and how they write a range. */
const key = (type: string): string =>
  type
    .toLowerCase()
    .replaceAll(/['\u2019]/g, "")
    .replaceAll(/(\d) to (\d)/g, "$1-$2")
    .replaceAll(/\s-\s|[^a-z0-9-]+/g, " ")
    .replaceAll(/\b(school|centre|unit|college|academy|setting|institution|academie)s\b/g, "$1")
    .replaceAll("academie", "academy")
    .trim()

const offers = new Map(
  Object.entries(types).flatMap(([offer, names]) => names.map((name) => [key(name), offer as Offer] as const)),
)

/** Undefined for a type that is not on the list. */
export const offerOf = (type: string): Offer | undefined => offers.get(key(type))

export const establishmentTypes = types
