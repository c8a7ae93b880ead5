/** Where one deployment's staff pages are, and what they keep in memory between two requests. */
import type { Clock } from "effect"
import type { StorageSettings } from "../deployment/storage.ts"

export interface StaffPlace {
  readonly storage: StorageSettings
  /** The address that people type, with its scheme: passkeys are bound to it. */
  readonly origin: string
  /** Gets the class of an error that nobody expected, and nothing else of it. */
  readonly failed: (error: unknown) => void
  /** A test's own. */
  readonly clock?: Clock.Clock
}

/** Passkeys are bound to a host, and refuse a bare address such as 127.0.0.1. */
export const hostOf = ({ origin }: Pick<StaffPlace, "origin">): string => new URL(origin).hostname
