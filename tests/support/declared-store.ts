/** Declares everything that live needs in the evidence store of a deployment, as the commands of named people do. */
import { Effect } from "effect"
import { openEvidence } from "../../db/evidence/evidence.ts"
import type { Day } from "../../policy/civil-day.ts"
import { contactHolders } from "../../policy/deployment/contacts.ts"
import { type Declaration, type Declared, declarationId } from "../../policy/deployment/declaration.ts"
import type { RecordedDeployment } from "../../policy/deployment/deployment.ts"
import type { DecisionRecord } from "../../policy/record/decision-record.ts"
import type { Step } from "../../policy/record/step.ts"
import { evidenceSource, type StorageSettings } from "../../src/deployment/storage.ts"
import { adviser, officer } from "./policy/dpia/recorded.ts"
import { day, memberOf } from "./policy/team.ts"

export const declaredStep = (place: number, declaration: Declaration): Step<Declared> => {
  const id = declarationId(place, declaration)
  const { role: by, on } = declaration.value
  const record: DecisionRecord = {
    kind: "declaration-made",
    body: { declaration: id, of: declaration.kind, by, on: day(on) },
  }
  return { state: { place, id, declaration }, record }
}

const drafts = (
  { signOffs, decisions, window, contacts }: RecordedDeployment,
  before: number,
  on: Day,
): readonly Declaration[] => {
  const byOfficer = { ...officer, on }
  const declarations: Declaration[] = []
  for (const signOff of signOffs) {
    if (signOff.of !== "dpo-advice") declarations.push({ kind: "approval", value: signOff })
    else {
      const { answer, ...given } = signOff
      const place = declarations.push({ kind: "advice", value: given })
      const to = declarationId(before + place, { kind: "advice", value: given })
      declarations.push({ kind: "answer", value: { to, ...answer } })
    }
  }
  for (const decision of decisions) declarations.push({ kind: "decision", value: decision })
  for (const holder of contactHolders) {
    const contact = contacts[holder]
    if (contact !== undefined) declarations.push({ kind: "contact", value: { of: holder, contact, ...byOfficer } })
  }
  if (window !== undefined) declarations.push({ kind: "window", value: { ...window, ...byOfficer } })
  return declarations
}

/** Everything is dated `on`, and takes the place of what was declared before. */
export const declareAll = (storage: StorageSettings, recorded: RecordedDeployment, on: Day): Promise<void> =>
  Effect.runPromise(
    Effect.gen(function* () {
      const evidence = yield* openEvidence({ source: evidenceSource(storage), mode: storage.mode })
      for (const { role } of [officer, adviser]) yield* evidence.keepMember(memberOf(role))
      const dated: RecordedDeployment = JSON.parse(JSON.stringify(recorded).replaceAll(/"on":"[^"]+"/g, `"on":"${on}"`))
      const { length } = yield* evidence.declarations
      for (const [at, declaration] of drafts(dated, length, on).entries())
        yield* evidence.keepDeclaration(declaredStep(length + at + 1, declaration))
    }).pipe(Effect.scoped),
  )
