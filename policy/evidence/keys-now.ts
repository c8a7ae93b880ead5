/** The days whose private key is lost, so that their answers open for nobody, for audits. */
import { Context } from "effect"

export class KeysNow extends Context.Service<KeysNow, { readonly lost: readonly string[] }>()(
  "policy/evidence/KeysNow",
) {}
