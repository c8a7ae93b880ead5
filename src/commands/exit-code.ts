/** Defines the exit code of every command; docs/exit-codes.md explains each to the operator. */
import { Schema } from "effect"

export const exitCodes = {
  /** The command did its work. */
  done: 0,
  /** The work was refused or failed, or a check found a fault; the message names it. */
  notDone: 1,
  /** The command line, or a file or table that it names, cannot be used. Nothing was done. */
  unusable: 2,
} as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** The command line, or a file or table that it names, cannot be used: nothing was done. */
export class Unusable extends Schema.TaggedError<Unusable>()("Unusable", { message: Schema.String }) {}

/** A check ran, printed the faults it found, and needs no further message. */
export class FaultsFound extends Schema.TaggedError<FaultsFound>()("FaultsFound", {}) {}

export const exitCodeOf = (error: { readonly _tag: string }): ExitCode =>
  error instanceof Unusable ? exitCodes.unusable : exitCodes.notDone
