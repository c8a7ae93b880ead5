/** Groups the two commands that work on any tables, also those of other surveys. */
import { Command } from "effect/cli"
import { audit } from "./disclosure-audit.ts"
import { protect } from "./disclosure-protect.ts"

export const disclosure = Command.make("disclosure").pipe(
  Command.withDescription("Protect or audit any tables, also those of other surveys"),
  Command.withSubcommands([protect, audit]),
)
