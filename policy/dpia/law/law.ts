/** Lists each provision of law that a rule cites, with its version, its first day in force, and what changed since the DPIA. */

export interface Provision {
  readonly version: string
  /** An ISO date. */
  readonly inForce: string
}

/** The last day of the transition period, on which the UK text began. */
const ukText = { version: "UK text, unchanged since the DPIA", inForce: "2020-12-31" } as const

/** By the Data (Use and Access) Act 2025; commenced by SI 2026/82 unless another day is given. */
const amendedBy = <const S extends ActSection>(section: S, inForce = "2026-02-05") =>
  ({ version: `as amended by the Data (Use and Access) Act 2025, ${section}`, inForce }) as const

type ActSection = (typeof dpiaChanges)[number]["section"]

/** What the Data (Use and Access) Act 2025 has changed for this survey since the DPIA of 2021 (F41). */
export const dpiaChanges = [
  {
    section: "s70",
    inForce: "2026-02-05",
    what: "The public task of UK GDPR Art 6(1)(e) is now a task of the controller (F29).",
  },
  {
    section: "s71",
    inForce: "2026-02-05",
    what: "Purpose limitation has rules of its own on further use, in UK GDPR Art 5(1)(b) and 8A (F12).",
  },
  {
    section: "s77",
    inForce: "2026-02-05",
    what: "UK GDPR Art 13 has new rules on information to people whose data is used further for research.",
  },
  {
    section: "s81",
    inForce: "2026-02-05",
    what: "UK GDPR Art 25 makes children's higher protection matters count in the design of an online service that children are likely to use. Whether a free survey of a public body is such a service is a question for the DPO; the design takes the standards as its own.",
  },
  {
    section: "s86",
    inForce: "2026-02-05",
    what: "Safeguards for research and statistics are in UK GDPR Art 84A to 84C. Art 89, and DPA 2018 s19 with it, are gone.",
  },
  {
    section: "s87",
    inForce: "2026-02-05",
    what: "Storage limitation, UK GDPR Art 5(1)(e), and erasure, Art 17, refer to Art 84B.",
  },
  {
    section: "s103",
    inForce: "2026-06-19",
    what: "DPA 2018 s164A: a controller must make it easy to complain, by an electronic form among other ways, acknowledge within 30 days and answer without undue delay. The form is at /complaint (F30).",
  },
  {
    section: "s112",
    inForce: "2026-02-05",
    what: "PECR reg 6 has new exceptions for storage on a device. The survey stores nothing there and needs none.",
  },
] as const

/** By the name with which rules cite it; nothing else can be cited. */
export const provisions = {
  "UK GDPR Art 5(1)(a)": ukText,
  "UK GDPR Art 5(1)(b)": amendedBy("s71"),
  "UK GDPR Art 5(1)(c)": ukText,
  "UK GDPR Art 5(1)(d)": ukText,
  "UK GDPR Art 5(1)(e)": amendedBy("s87"),
  "UK GDPR Art 5(1)(f)": ukText,
  "UK GDPR Art 5(2)": ukText,
  "UK GDPR Art 6(1)(e)": amendedBy("s70"),
  "UK GDPR Art 9(2)(g)": ukText,
  "UK GDPR Art 10": ukText,
  "UK GDPR Art 11": ukText,
  "UK GDPR Art 12(1)": ukText,
  "UK GDPR Art 12(2)": ukText,
  "UK GDPR Art 13": amendedBy("s77"),
  "UK GDPR Art 17(1)(a)": ukText,
  "UK GDPR Art 25": amendedBy("s81"),
  "UK GDPR Art 25(2)": ukText,
  "UK GDPR Art 28(3)(a)": ukText,
  "UK GDPR Art 28(3)(g)": ukText,
  "UK GDPR Art 29": ukText,
  "UK GDPR Art 30": ukText,
  "UK GDPR Art 32": ukText,
  "UK GDPR Art 35(1)": ukText,
  "UK GDPR Art 35(2)": ukText,
  "UK GDPR Art 36": ukText,
  "UK GDPR Art 84B": { version: "inserted by the Data (Use and Access) Act 2025, s86", inForce: "2026-02-05" },
  "DPA 2018 Sch 1 Part 2 paras 5, 6, 8": { version: "as enacted", inForce: "2018-05-25" },
  "Data (Use and Access) Act 2025 s77": { version: "as enacted", inForce: "2026-02-05" },
  "Equality Act 2010 s149": { version: "as enacted", inForce: "2011-04-05" },
  "PECR reg 6": amendedBy("s112"),
} as const satisfies Readonly<Record<string, Provision>>

export type ProvisionId = keyof typeof provisions
