/** Breaks the questions: identifiers, variables, opt-outs and free text (rules 1 to 4). */
import { by, change, fixture, type Planned, remove, types } from "./sabotage.ts"

const wire = "policy/response/wire.ts"
const lawful = "policy/lawful.ts"
const person = "surveys/characteristics/person.ts"
const form9to12 = "surveys/form-9-12.ts"
const form4to5 = "surveys/form-4-5.ts"
const migration = "db/collection/migrations/001-collection.ts"
const call = "src/server/answer-call.ts"
const prints = by("test", "architecture.test.ts", "nothing prints but the command line and the launcher")

const lastKey = "page.questions.map((question) => [question.key, Schema.optionalKey(answerTo(question))] as const),"
const body = 'const body = await request.text().catch(() => "")\n'

const identifiers: readonly Planned[] = [
  {
    rule: "no-direct-identifiers",
    sabotage: "add a `name` key to the wire",
    way: "to what the door takes",
    edits: [
      change(wire, lastKey, `[...${lastKey.slice(0, -1)}, ["name", Schema.optionalKey(Schema.String)]] as never,`),
    ],
    caughtBy: [by("schema", "policy/no-direct-identifiers.test.ts", "sent next to the answers as name")],
  },
  {
    rule: "no-direct-identifiers",
    sabotage: "add a `name` key to the wire",
    way: "as a question",
    edits: [change(form9to12, 'key: "hope-most"', 'key: "name"')],
    caughtBy: [
      types("no-direct-identifiers"),
      by("test", "policy/no-direct-identifiers.test.ts", "upheld by the six forms"),
    ],
  },
  {
    rule: "no-direct-identifiers",
    sabotage: "add a `name` key to the wire",
    way: "and the compiler no longer looks",
    edits: [remove(lawful, "NoDirectIdentifiers<Q> &\n  ")],
    caughtBy: [fixture("no-direct-identifiers.name-key")],
  },
  {
    rule: "no-direct-identifiers",
    sabotage: "log the request",
    way: "to the console",
    edits: [change(call, body, `${body}  console.log(body)\n`)],
    caughtBy: [prints],
  },
  {
    rule: "no-direct-identifiers",
    sabotage: "log the request",
    way: "to the process's own output",
    edits: [change(call, body, `${body}  process.stdout.write(body)\n`)],
    caughtBy: [prints],
  },
  {
    rule: "no-direct-identifiers",
    sabotage: "add a column `email`",
    way: "to the table",
    edits: [
      change(
        migration,
        "    day text not null check ${dayCheck.sqlite",
        "    email text,\n    day text not null check ${dayCheck.sqlite",
      ),
    ],
    caughtBy: [
      by("database", "policy/responses-are-anonymous-and-final.test.ts", "is refused by sqlite nothing tells"),
      by("database", "db/assets.test.ts", "the register and sqlite every column is declared"),
    ],
  },
  {
    rule: "no-direct-identifiers",
    sabotage: "add a column `email`",
    way: "to the row's type",
    edits: [
      change(
        "db/collection/schema.ts",
        "readonly key: Uint8Array\n",
        "readonly key: Uint8Array\n  readonly email: string\n",
      ),
    ],
    caughtBy: [types("responses-are-anonymous-and-final")],
  },
]

const identifiersToo: readonly Planned[] = [
  {
    rule: "no-direct-identifiers",
    sabotage: "add a `name` key to the wire",
    way: "and the refusal repeats what was sent",
    edits: [
      change(
        "policy/response/refusal.ts",
        ": new NotUnderstood({ remedy: ",
        ": new NotUnderstood({ ...(path !== undefined && { question: String(path) }), remedy: ",
      ),
    ],
    caughtBy: [by("runtime", "policy/no-direct-identifiers.test.ts", "sent next to the answers as surname")],
  },
  {
    rule: "no-direct-identifiers",
    sabotage: "add a column `email`",
    way: "and the audit does not look at columns",
    edits: [
      change(
        "policy/rules/no-direct-identifiers.ts",
        "          .filter(couldHold)\n",
        "          .slice(stored.length)\n",
      ),
    ],
    caughtBy: [by("test", "policy/no-direct-identifiers.test.ts", "audit broken by a column email")],
  },
]

const variables: readonly Planned[] = [
  {
    rule: "approved-variables-only",
    sabotage: "add a question outside the DPIA list",
    way: "of a category that it does not name",
    edits: [change(person, 'category: "gender"', 'category: "religion"')],
    caughtBy: [
      types("approved-variables-only"),
      by("test", "policy/approved-variables-only.test.ts", "upheld by the six forms"),
    ],
  },
  {
    rule: "approved-variables-only",
    sabotage: "add a question outside the DPIA list",
    way: "an option that it does not name",
    edits: [change(person, '{ key: "another" }', '{ key: "another" }, { key: "not-sure" }')],
    caughtBy: [types("approved-variables-only")],
  },
  {
    rule: "approved-variables-only",
    sabotage: "add a question outside the DPIA list",
    way: "and the compiler no longer looks",
    edits: [remove(lawful, "  ApprovedVariablesOnly<Q> &\n")],
    caughtBy: [fixture("approved-variables-only.religion")],
  },
  {
    rule: "approved-variables-only",
    sabotage: "empty purpose",
    edits: [change(person, '"To see whether girls, boys and others meet different barriers."', '""')],
    caughtBy: [
      types("approved-variables-only"),
      by("test", "policy/approved-variables-only.test.ts", "upheld by the six forms"),
    ],
  },
  {
    rule: "approved-variables-only",
    sabotage: "ethnicity as free text",
    edits: [
      change(
        person,
        'kind: "choice",\n    characteristic: "ethnicity"',
        'kind: "text",\n    upTo: 60,\n    characteristic: "ethnicity"',
      ),
    ],
    caughtBy: [
      types("approved-variables-only"),
      by("test", "policy/approved-variables-only.test.ts", "upheld by the six forms"),
    ],
  },
]

const text = "return Schema.Union([Schema.Literals(refusals), Schema.Struct({ text: words(question.upTo) })])"

const optOuts: readonly Planned[] = [
  {
    rule: "opt-out-on-every-question",
    sabotage: "a question type without the union",
    way: "free text, on the wire",
    edits: [
      change(wire, text, "return Schema.Struct({ text: words(question.upTo) })"),
      change(
        "policy/response/quick-reader.ts",
        'return either(oneOf(refusals), words("text", question.upTo))',
        'return words("text", question.upTo)',
      ),
    ],
    caughtBy: [by("schema", "policy/opt-out-on-every-question.test.ts", "form 9-12 declined throughout is admitted")],
  },
  {
    rule: "opt-out-on-every-question",
    sabotage: "a question type without the union",
    way: "one question of every form",
    edits: [remove("surveys/characteristics/support.ts", "  optOut: optOutWords,\n")],
    caughtBy: [
      types("opt-out-on-every-question"),
      by("test", "policy/opt-out-on-every-question.test.ts", "upheld by the six forms"),
    ],
  },
  {
    rule: "opt-out-on-every-question",
    sabotage: "a question type without the union",
    way: "and the compiler no longer looks",
    edits: [remove(lawful, "  OptOutOnEveryQuestion<Q> &\n")],
    caughtBy: [fixture("opt-out-on-every-question.missing")],
  },
  {
    rule: "opt-out-on-every-question",
    sabotage: "other label",
    edits: [change("surveys/characteristics/support.ts", "optOut: optOutWords", 'optOut: "Skip this"')],
    caughtBy: [
      types("opt-out-on-every-question"),
      by("test", "policy/opt-out-on-every-question.test.ts", "upheld by the six forms"),
    ],
  },
  {
    rule: "opt-out-on-every-question",
    sabotage: "opt-out ends the survey early",
    edits: [
      change(
        "surveys/journey.ts",
        ".filter((page) => page.questions.length > 0),",
        `.filter((page) => page.questions.length > 0)
      .filter((_, at, all) =>
        all.slice(0, at).every((page) => page.questions.every(({ key }) => answers[key] !== "prefer-not-to-say")),
      ),`,
      ),
    ],
    caughtBy: [
      by("test", "policy/opt-out-on-every-question.test.ts", "declined throughout is admitted, and is as long"),
      by("test", "surveys/journey.test.ts", "opting out of everything else changes no page"),
    ],
  },
]

const freeText: readonly Planned[] = [
  {
    rule: "free-text-asks-no-personal-data",
    sabotage: '"What is your name?" wording',
    edits: [change(form9to12, '"What one change would make your life better?"', '"What is your name?"')],
    caughtBy: [
      types("free-text-asks-no-personal-data"),
      by("test", "policy/free-text-asks-no-personal-data.test.ts", "upheld by the six forms"),
    ],
  },
  {
    rule: "free-text-asks-no-personal-data",
    sabotage: "free text in the 4-5 child part",
    way: "words of the child's own with an option",
    edits: [
      change(
        form4to5,
        '{ key: "resting", words: "Rest", picture: "bed" }',
        '{ key: "resting", words: "Rest", picture: "bed", own: true }',
      ),
    ],
    caughtBy: [
      types("free-text-asks-no-personal-data"),
      by("schema", "policy/free-text-asks-no-personal-data.test.ts", "words from a child of 4 or 5"),
    ],
  },
  {
    rule: "free-text-asks-no-personal-data",
    sabotage: "free text in the 4-5 child part",
    way: "the parent's question put to the child",
    edits: [
      change(
        form4to5,
        'kind: "text",\n          subject: "parent-hopes",\n          respondent: "parent",\n          category: "free-text",\n          ask: "What do you hope for most',
        'kind: "text",\n          subject: "parent-hopes",\n          respondent: "child",\n          category: "free-text",\n          ask: "What do you hope for most',
      ),
    ],
    caughtBy: [types("free-text-asks-no-personal-data")],
  },
  {
    rule: "free-text-asks-no-personal-data",
    sabotage: "free text in the 4-5 child part",
    way: "and the compiler no longer looks",
    edits: [remove(lawful, "NoFreeTextForAYoungChild<Q, Id> &\n  ")],
    caughtBy: [fixture("free-text-asks-no-personal-data.young-child")],
  },
]

export const askedSabotages: readonly Planned[] = [
  ...identifiers,
  ...identifiersToo,
  ...variables,
  ...optOuts,
  ...freeText,
]
