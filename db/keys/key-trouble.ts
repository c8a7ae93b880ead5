/** What goes wrong with a private key is told as what it is: lost, refused by the command that holds it, or the disk. */
import { StoreUnavailable, unavailable } from "../collection/store-unavailable.ts"
import { KeyCommandFailed } from "./key-command.ts"
import { KeyLost } from "./key-lost.ts"

export type KeyTrouble = KeyLost | KeyCommandFailed | StoreUnavailable

export const keyTrouble = (error: unknown): KeyTrouble =>
  error instanceof KeyLost || error instanceof KeyCommandFailed || error instanceof StoreUnavailable
    ? error
    : unavailable(error)
