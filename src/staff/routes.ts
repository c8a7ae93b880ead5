/** Lists every address of the staff pages, and who may use it; a person without one of its powers is refused before it begins. */
import type { Effect } from "effect"
import type { Power } from "../../policy/capability/power.ts"
import type { Mode } from "../../policy/data/mode.ts"
import type { Markup } from "../../policy/report/markup.ts"
import { approve, showCode, showRequest } from "./approve.ts"
import { answerCall } from "./calls.ts"
import type { OnDesk } from "./desk.ts"
import { addPerson, confirmLink, endSessions, offerLink, removePerson, showPeople } from "./people.ts"
import { enrolPage } from "./screens/enrol.ts"
import { showLedger } from "./screens/show-ledger.ts"
import { showOverview } from "./screens/show-overview.ts"
import { signInPage } from "./screens/sign-in.ts"
import { askToEnrol, askToProve, askToSignIn, enrol, prove, signIn, signOut } from "./sign-in.ts"
import type { SignedIn, Visit } from "./visit.ts"

/** Its type decides the status of the reply; `message` is a sentence for the person. */
export interface Refusal {
  readonly _tag: string
  readonly message: string
}

type Answer<V extends Visit> = (visit: V) => Effect.Effect<Response, Refusal, OnDesk>

export type Route =
  /** The same for all, and there before any person is. */
  | { readonly for: "all"; readonly show: (mode: Mode) => Markup }
  | { readonly for: "anyone"; readonly answer: Answer<Visit> }
  | { readonly for: "signed-in" | readonly Power[]; readonly answer: Answer<SignedIn> }

const anyone = (answer: Answer<Visit>): Route => ({ for: "anyone", answer })
const everybody = (answer: Answer<SignedIn>): Route => ({ for: "signed-in", answer })
const holding = (powers: readonly Power[], answer: Answer<SignedIn>): Route => ({ for: powers, answer })

/** Who gives access sees the people too. */
export const seesPeople = ["read-report", "administer-access"] as const
export const seesLedger = ["read-report"] as const
const administers = ["administer-access"] as const
const call = (powers: readonly Power[] | undefined, name: string): Route => {
  const answer: Answer<SignedIn> = (visit) => answerCall(visit, name)
  return powers === undefined ? everybody(answer) : holding(powers, answer)
}

export const routes: Readonly<Record<string, Route>> = {
  "GET /staff/sign-in": { for: "all", show: signInPage },
  "POST /staff/sign-in/options": anyone(askToSignIn),
  "POST /staff/sign-in": anyone(signIn),
  "GET /staff/enrol": { for: "all", show: enrolPage },
  "POST /staff/enrol/options": anyone(askToEnrol),
  "POST /staff/enrol": anyone(enrol),
  "POST /staff/sign-out": everybody(signOut),
  "POST /staff/prove/options": everybody(askToProve),
  "POST /staff/prove": everybody(prove),
  "GET /staff": everybody(showOverview),
  "GET /staff/ledger": holding(seesLedger, showLedger),
  "GET /staff/people": holding(seesPeople, showPeople),
  "POST /staff/people/add": holding(administers, addPerson),
  "POST /staff/people/remove": holding(administers, removePerson),
  "POST /staff/people/link": holding(administers, offerLink),
  "POST /staff/people/confirm": holding(administers, confirmLink),
  "POST /staff/people/end": holding(administers, endSessions),
  "GET /staff/command": everybody(showCode),
  "POST /staff/command": everybody(showRequest),
  "POST /staff/command/approve": everybody(approve),
  "POST /staff/api/trpc/variables": call(undefined, "variables"),
  "POST /staff/api/trpc/table": call(["read-responses"], "table"),
  "POST /staff/api/trpc/propose": call(["read-responses"], "propose"),
  "POST /staff/api/trpc/proposals": call(["check-output", "release-table"], "proposals"),
  "POST /staff/api/trpc/proposal": call(["check-output", "release-table"], "proposal"),
  "POST /staff/api/trpc/check": call(["check-output"], "check"),
  "POST /staff/api/trpc/release": call(["release-table"], "release"),
}
