/** Where the DPIA says two things that cannot both be true. */

import type { FindingWords } from "../finding.ts"
import type { FindingId } from "../finding-id.ts"

export const contradictions = {
  F01: {
    kind: "contradiction",
    title: "Five surveys are announced and six are described",
    quotes: [
      { section: 1, words: "There will be five surveys available to children in England" },
      { section: 1, words: "easy-read versions of the 6-8 and 9-12 surveys" },
    ],
    matters: "Four age bands and two easy-read versions make six. An approval of five does not cover a sixth.",
    meanwhile: "Six forms are registered, and the report says that six is not five.",
    heldBy: ["policy/data/form-id.ts", "policy/rules/forms-match-the-dpia.ts"],
    decider: "the controller",
    commitments: ["C005", "C006"],
  },
  F02: {
    kind: "contradiction",
    title: "The same retention period is given once with its number and once without",
    quotes: [
      { section: 2, words: "retain data for 2 years after it has been collected" },
      { section: 4, words: "retain data for years after it has been collected" },
    ],
    matters: "How long children's answers are kept must not rest on a missing digit.",
    meanwhile: "Two years.",
    heldBy: ["policy/parameters.ts"],
    decider: "the controller",
    commitments: ["C067", "C115"],
  },
  F03: {
    kind: "contradiction",
    title: "A survey of all children that asks only those of 4 to 17",
    quotes: [
      { section: 1, words: "A survey of all children in England" },
      { section: 1, words: "1. 4-5 year olds" },
      { section: 1, words: "4. 13-17 year olds" },
    ],
    matters:
      "Children under 4 are left out, and perhaps some young people over 17 for whom the Commissioner also speaks (Children Act 2004, sections 8A and 9). A notice that says “all” would not be true.",
    meanwhile: "Only ages from 4 to 17 are asked, and no notice says “all children” or “every child”.",
    heldBy: [
      "policy/data/form-scope.ts",
      "policy/rules/forms-match-the-dpia.ts",
      "policy/rules/privacy-information-first.ts",
    ],
    decider: "the controller",
    commitments: ["C001"],
  },
  F06: {
    kind: "contradiction",
    title: "The local council is asked, though children are said not to know it",
    quotes: [
      { section: 2, words: "Local council (if applicable)" },
      { section: 2, words: "many children and young people are less likely to know their LA" },
    ],
    matters:
      "The postcode already gives the council, so it is asked for twice. For a child in a secure setting it would be a second way to the place.",
    meanwhile: "Never asked where a child is, or may be, in a secure setting. Elsewhere it may be left blank.",
    heldBy: ["policy/rules/no-postcode-in-secure-settings.ts"],
    decider: "the controller",
    commitments: ["C036", "C053"],
  },
  F09: {
    kind: "contradiction",
    title: "“Secure settings” is never defined, and its lists disagree",
    quotes: [
      { section: 2, words: "The CCO will not ask for postcode for children in secure settings" },
      { section: 2, words: "Secure Training Centres" },
      {
        section: 2,
        words: "a secure children's home, a young offender institution, an inpatient mental health setting",
      },
    ],
    lookedIn: "All six sections, for a definition of secure settings.",
    matters:
      "The survey goes to secure training centres, but a child who lives in one cannot say so. Under “other”, or behind an opt-out, that child would be asked for a postcode.",
    meanwhile:
      "Secure training centres are an answer of their own. Inpatient units, “other”, a blank and an opt-out all count as secure. The price: those children have no geography at all.",
    heldBy: ["policy/data/setting.ts", "policy/data/withheld.ts"],
    decider: "the controller, with the DPO",
    commitments: ["C051", "C065"],
  },
  F10: {
    kind: "contradiction",
    title: "A promise never to share stands beside a right to share",
    quotes: [
      { section: 2, words: "The CCO will not share the raw data with any other organisation" },
      { section: 5, words: "the data will not be shared or transferred to any other organisations" },
      { section: 4, words: "reserve the right as data controller to share the data with other agencies" },
    ],
    matters: "A child's notice cannot truthfully say both. Whoever answers today relies on the promise.",
    meanwhile: "There is no function that shares answers with anyone.",
    heldBy: ["tests/architecture.test.ts"],
    decider: "the controller, with the DPO",
    commitments: ["C026", "C090", "C091", "C132"],
  },
  F11: {
    kind: "contradiction",
    title: "The data never leaves, and the processor takes extracts of it",
    quotes: [
      { section: 5, words: "The data will not leave DfE secure systems during transfer" },
      { section: 2, words: "the Processor will take extracts from the CCO website" },
      { section: 2, words: "These extracts will include the survey responses" },
    ],
    matters: "An extract is a copy in a third party's hands. No line of the risk table speaks of it.",
    meanwhile:
      "Answers are sealed as they are stored: a copy of the web server's store cannot be read. An extract holds no postcode and no free text, is logged, and must be deleted before the collection can close.",
    heldBy: ["db/collection/seal.ts"],
    decider: "the controller, with the DPO",
    commitments: ["C027", "C028", "C031", "C131"],
  },
  F12: {
    kind: "contradiction",
    title: "“No other purpose”, and then other purposes",
    quotes: [
      { section: 4, words: "not be used for any other purpose beyond the Childhood Commission" },
      { section: 4, words: "also inform the Commissioner's Business Plan" },
      { section: 2, words: "the basis of its strategy and business plan in future" },
      { section: 2, words: "advocate for changes in policies and services" },
    ],
    matters:
      "Data collected for one purpose may not drift to another (UK GDPR Art 5(1)(b), as amended in 2025). Consulting children on the business plan, under section 7B, could be stated as a second purpose; it is not.",
    meanwhile: "One purpose, the Childhood Commission. A form for any other does not compile.",
    heldBy: ["policy/data/purpose.ts", "policy/rules/purpose-and-lawful-basis.ts"],
    decider: "the controller, with the DPO",
    commitments: ["C079", "C080", "C105"],
  },
  F14: {
    kind: "contradiction",
    title: "Special category data is said not to be linked to what it is kept with",
    quotes: [
      { section: 4, words: "will not be linked to any individual level data" },
      { section: 2, words: "Demographic characteristics including" },
    ],
    matters:
      "A child's ethnicity stands in the same record as that child's other answers. Read literally, the promise cannot be kept.",
    meanwhile: "Read as: never linked to another data set.",
    decider: "the DPO",
    commitments: ["C102"],
  },
  F16: {
    kind: "contradiction",
    title: "Mental health is said to be collected, and no question asks about it",
    quotes: [
      { section: 4, words: "the collection of information on ethnicity (in broad ethnic groups) and mental health" },
      { section: 2, words: "a counsellor or therapist" },
      { section: 2, words: "an inpatient mental health setting" },
    ],
    matters:
      "Only two answers hint at mental health: a counsellor's support, and an inpatient unit. The list of special category data claims too much or leaves something out.",
    meanwhile:
      "A question about mental health does not compile. The two answers that hint at it are marked as health data and carry their lawful condition.",
    heldBy: ["policy/data/approved-variables.ts", "policy/rules/approved-variables-only.ts"],
    decider: "the controller, with the DPO",
    commitments: ["C051", "C097"],
  },
  F22: {
    kind: "contradiction",
    title: "Called de-identified, though it can single out a child",
    quotes: [
      { section: 2, words: "de-identified personal data and individuals cannot be re-identified" },
      { section: 2, words: "Which school or college they go to" },
      { section: 1, words: "enable a motivated individual to identify a particular child" },
    ],
    matters:
      "School, age, ethnicity and living situation together may fit one child only. It is personal data, and telling children that it is anonymous would be untrue.",
    meanwhile: "No notice says “anonymous” of what is held. Until tables are released, it is treated as personal data.",
    heldBy: ["policy/data/wording.ts", "policy/rules/privacy-information-first.ts"],
    decider: "the DPO",
    commitments: ["C012", "C047"],
  },
  F24: {
    kind: "contradiction",
    title: "“No high risk”, against most of what the guidance counts as high risk",
    quotes: [
      { section: 2, words: "there is no processing involved that is high risk" },
      { section: 2, words: "some of the most vulnerable children in the country" },
      { section: 5, words: "Children identifiable in publication Low" },
    ],
    matters:
      "Vulnerable children, special category data, a large scale and matched data: at least four of the nine criteria of the guidance on DPIAs (WP248). All three risks are “Low” before any mitigation, which leaves nothing to mitigate.",
    meanwhile:
      "The levels are what people set them to, never worked out by the code. One set to high keeps live shut until the regulator has been consulted.",
    heldBy: ["policy/dpia/risk.ts", "policy/opening.ts"],
    decider: "the DPO",
    commitments: ["C044", "C064", "C133"],
  },
  F34: {
    kind: "contradiction",
    title: "No IP address is to be collected, yet the website's own notice says that it logs them",
    quotes: [{ section: 2, words: "phone number, email address, IP address or physical address" }],
    lookedIn:
      "The privacy page of the CCO website, outside the DPIA: it says that an IP address “is automatically logged by this website”, and that cookies are set.",
    matters: "The promise is broken by the host, whatever the survey does, unless the host's logs are changed.",
    meanwhile:
      "The survey keeps no address and sets no cookie. The host's part is shown as not evidenced until a letter says otherwise.",
    heldBy: ["src/server/trpc.ts"],
    decider: "the DPO, with the host",
    commitments: ["C045"],
  },
  F38: {
    kind: "contradiction",
    title: "Results for the nation and its regions, held by neighbourhood",
    quotes: [
      { section: 5, words: "Published analysis will be national or regional" },
      { section: 2, words: "higher levels of geography such as Super Output Area (SOA)" },
    ],
    matters: "To hold a finer place than any result needs is more than the minimum (UK GDPR Art 5(1)(c)).",
    meanwhile:
      "The neighbourhood (LSOA) is dropped as soon as it has given its deprivation decile. Local authority, region and decile remain.",
    heldBy: ["policy/data/geography.ts", "db/geography/match.ts", "db/geography/imported.ts"],
    decider: "the controller",
    commitments: ["C034", "C127"],
  },
} as const satisfies Partial<Record<FindingId, FindingWords>>
