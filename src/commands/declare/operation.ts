/** Declares the collection window, the public contact details, and what people attest with a document as evidence. */
import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { Effect, Option } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { everyHelpLine, helpLineIds } from "../../../policy/data/help-lines.ts"
import { contactHolders } from "../../../policy/deployment/contacts.ts"
import { Unusable } from "../exit-code.ts"
import { typedPath } from "../typed-path.ts"
import { dayFlag, textFlag } from "../values.ts"
import { withSettings } from "../with-settings.ts"
import { recordDeclaration } from "./record.ts"
import { by, commitment, wordsFlag } from "./values.ts"

export const window = Command.make(
  "window",
  {
    opens: dayFlag("opens", "The first day on which children answer"),
    closes: dayFlag("closes", "The last day on which children answer"),
    by,
  },
  ({ by, ...value }) => recordDeclaration(by, { kind: "window", value }),
).pipe(withSettings, Command.withDescription("Set the collection window; once it is open, only an earlier last day"))

const holder = Argument.Literals("WHOSE", contactHolders).pipe(Argument.withDescription("Whose details they are"))

const given = (values: Readonly<Record<string, Option.Option<string>>>): object =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (Option.isSome(value) ? [[name, value.value]] : [])),
  )

export const contact = Command.make(
  "contact",
  {
    holder,
    name: wordsFlag("name", "The office, such as Data Protection Officer; no person"),
    email: textFlag("email", "ADDRESS", "An email address").pipe(Flag.optional),
    phone: textFlag("phone", "NUMBER", "A telephone number").pipe(Flag.optional),
    post: textFlag("post", "ADDRESS", "A postal address on one line").pipe(Flag.optional),
    page: textFlag("page", "URL", "An https page").pipe(Flag.optional),
    by,
  },
  ({ holder, name, by, ...ways }) =>
    recordDeclaration(by, { kind: "contact", value: { of: holder, contact: { name, ...given(ways) } } }),
).pipe(withSettings, Command.withDescription("Set the contact details that the privacy page states"))

const line = Argument.Literals("LINE", helpLineIds).pipe(Argument.withDescription("The help line that was rung"))

export const helpLine = Command.make(
  "help-line",
  { line, number: textFlag("number", "NUMBER", "The number that was rung, as the pages show it"), by },
  ({ line, number, by }) => {
    const name = everyHelpLine.find(({ id }) => id === line)?.name ?? line
    return recordDeclaration(by, { kind: "contact", value: { of: line, contact: { name, phone: number } } })
  },
).pipe(withSettings, Command.withDescription("State that a person rang a help line today, and that it answers"))

const digestOfFile = (path: string) =>
  Effect.try({
    try: () => createHash("sha256").update(readFileSync(path)).digest("hex"),
    catch: () =>
      new Unusable({ message: `${path} cannot be read. Nothing was recorded. Name the document that is evidence.` }),
  })

export const attestation = Command.make(
  "attestation",
  {
    commitment,
    reference: wordsFlag("reference", "Where the document is kept, such as its number"),
    document: textFlag("document", "FILE", "The document; only its digest is recorded"),
    until: dayFlag("until", "The last day on which the attestation counts"),
    by,
  },
  Effect.fn("ask.declare.attestation")(function* ({ commitment, reference, document, until, by }) {
    const digest = yield* digestOfFile(yield* typedPath(document))
    yield* recordDeclaration(by, { kind: "attestation", value: { commitment, reference, digest, until } })
  }),
).pipe(withSettings, Command.withDescription("Attest a commitment that only people can keep, with a document"))
