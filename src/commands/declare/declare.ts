/** Lists what named people have declared and what live still needs; its commands record and withdraw declarations. */
import { Console, Effect } from "effect"
import { Argument, Command } from "effect/cli"
import { Evidence } from "../../../db/evidence/evidence.ts"
import { recordedGrant } from "../../../db/evidence/recorded-grant.ts"
import type { PersonId } from "../../../policy/capability/member.ts"
import { declarationName, findInForce, withdraw as withdrawDeclaration } from "../../../policy/deployment/declare.ts"
import { latest } from "../../../policy/deployment/in-force.ts"
import { powerToDeclare } from "../../../policy/deployment/may-declare.ts"
import { missingHere } from "../missing-here.ts"
import { onEvidence } from "../on-evidence.ts"
import { ownerOnly } from "../values.ts"
import { withSettings } from "../with-settings.ts"
import { consultation, decision, neighbourhoodUse, riskLevel, waiver } from "./decision.ts"
import { law, reportKey, resultsKey, variables } from "./evidence.ts"
import { attestation, contact, helpLine, window } from "./operation.ts"
import { declarationLine, declaredBefore } from "./record.ts"
import { advice, answer, approval } from "./sign-off.ts"
import { by } from "./values.ts"

const number = Argument.String("NUMBER").pipe(
  Argument.withDescription("The number of the declaration in the list"),
  Argument.filter(
    (text) => /^[1-9]\d{0,5}$/.test(text),
    () => "a number from the list of `ask declare`",
  ),
)

const takeBack = (place: number, person: PersonId) =>
  Effect.gen(function* () {
    const before = yield* declaredBefore
    const found = yield* findInForce(place, before)
    const may = yield* recordedGrant(powerToDeclare(found.declaration), person)
    const { keepDeclaration } = yield* Evidence
    yield* keepDeclaration(yield* withdrawDeclaration(may, found, before))
    return declarationName(found.declaration)
  })

const withdraw = Command.make(
  "withdraw",
  { number, by },
  Effect.fn("ask.declare.withdraw")(function* ({ number, by }) {
    yield* ownerOnly
    const name = yield* onEvidence(takeBack(Number(number), by))
    yield* Console.log(`Withdrawn, and in the ledger: ${name}. What it replaced stays replaced.`)
  }),
).pipe(withSettings, Command.withDescription("Withdraw a declaration that is in force"))

export const declare = Command.make(
  "declare",
  {},
  Effect.fn("ask.declare.list")(function* () {
    const { declared } = yield* onEvidence(declaredBefore)
    const current = latest(declared)
    yield* Console.log(
      current.length === 0 ? "Nothing is declared yet." : ["In force:", ...current.map(declarationLine)].join("\n"),
    )
    const missing = yield* missingHere
    yield* Console.log(
      missing.length === 0 ? "\nNothing is missing for live." : ["\nBefore live can open:", ...missing].join("\n"),
    )
  }),
).pipe(
  withSettings,
  Command.withDescription("List what named people have declared, and what live still needs"),
  Command.withSubcommands([
    approval,
    advice,
    answer,
    decision,
    waiver,
    riskLevel,
    consultation,
    attestation,
    window,
    contact,
    helpLine,
    neighbourhoodUse,
    law,
    resultsKey,
    reportKey,
    variables,
    withdraw,
  ]),
)
