/** Lists where the DPIA says two things that cannot both be true. */
import type { FindingWords } from "./finding.ts"
import type { FindingId } from "./finding-id.ts"

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
    title: "The retention period appears once with its number and once without",
    quotes: [
      { section: 2, words: "retain data for 2 years after it has been collected" },
      { section: 4, words: "retain data for years after it has been collected" },
    ],
    matters: "A missing digit must not decide how long children's answers are kept.",
    meanwhile: "Two years.",
    heldBy: ["policy/parameters.ts"],
    decider: "the controller",
    commitments: ["C067", "C115"],
  },
  F03: {
    kind: "contradiction",
    title: "A survey of all children asks only ages 4 to 17",
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
    title: "Children are asked for their local council, though the document says that few know it",
    quotes: [
      { section: 2, words: "Local council (if applicable)" },
      { section: 2, words: "many children and young people are less likely to know their LA" },
    ],
    matters:
      "The postcode already gives the council, so the question asks twice. For a child in a secure setting it would reveal the place in a second way.",
    meanwhile:
      "Only a child in the community who gave nothing in the shape of a postcode is asked, and may leave it blank.",
    heldBy: ["policy/data/asked-when.ts", "policy/rules/no-postcode-in-secure-settings.ts"],
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
      "The survey goes to secure training centres, but a child who lives in one cannot say so. A child who chooses “other” or the opt-out would then be asked for a postcode.",
    meanwhile:
      "Secure training centres have their own answer. Inpatient units, “other”, a blank and the opt-out all count as secure. As a result, those children have no geography.",
    heldBy: ["policy/data/setting.ts", "policy/data/asked-when.ts"],
    decider: "the controller, with the DPO",
    commitments: ["C051", "C065"],
  },
  F10: {
    kind: "contradiction",
    title: "The document promises never to share, and reserves a right to share",
    quotes: [
      { section: 2, words: "The CCO will not share the raw data with any other organisation" },
      { section: 5, words: "the data will not be shared or transferred to any other organisations" },
      { section: 4, words: "reserve the right as data controller to share the data with other agencies" },
    ],
    matters: "A child's notice cannot truthfully say both. Children who answer today rely on the promise.",
    meanwhile: "No function shares answers with anyone.",
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
    matters: "An extract is a copy in a third party's hands, and the risk table does not mention it.",
    meanwhile:
      "Answers are sealed before they are stored, so a copy of the web server's store cannot be read. An extract holds no postcode and no free text, is logged, and must be deleted before the collection can close.",
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
      "Data collected for one purpose may not be used for another (UK GDPR Art 5(1)(b), as amended in 2025). The document could state consultation on the business plan (section 7B) as a second purpose, and does not.",
    meanwhile: "The only purpose is the Childhood Commission. A form for another purpose does not compile.",
    heldBy: ["policy/data/purpose.ts", "policy/rules/purpose-and-lawful-basis.ts"],
    decider: "the controller, with the DPO",
    commitments: ["C079", "C080", "C105"],
  },
  F14: {
    kind: "contradiction",
    title: "Special category data is promised not to be linked, and is kept in the same record",
    quotes: [
      { section: 4, words: "will not be linked to any individual level data" },
      { section: 2, words: "Demographic characteristics including" },
    ],
    matters:
      "A child's ethnicity is in the same record as that child's other answers. Read literally, the promise cannot be kept.",
    meanwhile: "The promise is read as: never linked to another data set.",
    decider: "the DPO",
    commitments: ["C102"],
  },
  F16: {
    kind: "contradiction",
    title: "The document says that mental health is collected, but no question of its list asks about it",
    quotes: [
      { section: 4, words: "the collection of information on ethnicity (in broad ethnic groups) and mental health" },
      { section: 2, words: "a counsellor or therapist" },
      { section: 2, words: "an inpatient mental health setting" },
    ],
    matters:
      "Four answers touch on mental health, on each of the five forms for ages 6 and over: feelings inside, feelings as a barrier, a counsellor's support, and an inpatient unit. Two more touch on health. The document's list names only the last two of the four.",
    meanwhile:
      "No question of its own on mental health compiles. All six answers are marked as health data and carry their lawful condition.",
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
      "School, age, ethnicity and living situation together may fit only one child. The data are personal, and a notice that calls them anonymous would be untrue.",
    meanwhile: "No notice calls the data anonymous. Until tables are released, all of it is treated as personal data.",
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
      "People set the levels; the code never works them out. A risk set to high keeps live shut until the regulator has been consulted.",
    heldBy: ["policy/dpia/risk.ts", "policy/deployment/opening.ts"],
    decider: "the DPO",
    commitments: ["C044", "C064", "C133"],
  },
  F34: {
    kind: "contradiction",
    title: "No IP address is to be collected, yet the website's own notice says that it logs them",
    quotes: [{ section: 2, words: "phone number, email address, IP address or physical address" }],
    lookedIn:
      "The privacy page of the CCO website, outside the DPIA: it says that an IP address “is automatically logged by this website”, and that cookies are set.",
    matters: "The host breaks the promise, regardless of the survey, unless its logs are changed.",
    meanwhile:
      "The survey keeps no address and sets no cookie. The report shows the host's part as without evidence until a letter confirms it.",
    heldBy: ["src/server/trpc.ts"],
    decider: "the DPO, with the host",
    commitments: ["C045"],
  },
  F38: {
    kind: "contradiction",
    title: "Results are published by nation and region, and data are held by neighbourhood",
    quotes: [
      { section: 5, words: "Published analysis will be national or regional" },
      { section: 2, words: "higher levels of geography such as Super Output Area (SOA)" },
    ],
    matters: "Holding a finer place than any result needs is more than the minimum (UK GDPR Art 5(1)(c)).",
    meanwhile:
      "The neighbourhood (LSOA) is dropped as soon as it has given its deprivation decile. Local authority, region and decile remain.",
    heldBy: ["policy/data/geography.ts", "db/geography/match.ts", "db/geography/imported.ts"],
    decider: "the controller",
    commitments: ["C034", "C127"],
  },
} as const satisfies Partial<Record<FindingId, FindingWords>>
