/** Plans many tables at once, so that all are protected together; then checks and releases the whole plan or a part. */
import { Console, Effect, Option } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { Settings } from "../deployment/settings.ts"
import { checkPlan, releasePlan } from "../tables/plan/planned-proposals.ts"
import { requestPlan } from "../tables/plan/request-plan.ts"
import { Unusable } from "./exit-code.ts"
import { onEvidence } from "./on-evidence.ts"
import { provedBy } from "./prove.ts"
import { ownerOnly, personFlag, switchFlag } from "./values.ts"
import { withSettings } from "./with-settings.ts"

const file = Argument.String("FILE").pipe(Argument.withDescription("The plan, a JSON file: docs/publish.md shows one"))

const tables = (count: number): string => (count === 1 ? "1 table" : `${count} tables`)

const plan = Command.make(
  "plan",
  {
    file,
    by: personFlag("by", "The person who asks, and the author of the proposals").pipe(Flag.optional),
    isProposed: switchFlag("propose", "Propose every table that is safe to the checkers"),
  },
  Effect.fn("ask.publication.plan")(function* (input) {
    if (input.isProposed && Option.isNone(input.by))
      return yield* new Unusable({ message: "A proposal needs an author. Nothing was done: add --by ID." })
    const { storage } = yield* Settings
    const given = { path: input.file, by: Option.getOrUndefined(input.by), isProposed: input.isProposed }
    const { lines, proposed } = yield* onEvidence(requestPlan(storage, given))
    yield* Console.log(lines.join("\n"))
    if (input.isProposed)
      yield* Console.log(`${proposed} proposed. Two people other than the author check next: ask -- publication check.`)
  }),
).pipe(
  withSettings,
  Command.withDescription("Protect all tables of a plan together, and say which can be had and how much is withheld"),
)

const check = Command.make(
  "check",
  { file, by: personFlag("by", "The checker, who is not the author") },
  Effect.fn("ask.publication.check")(function* (input) {
    yield* ownerOnly
    const settings = yield* Settings
    const checked = yield* onEvidence(
      Effect.flatMap(provedBy(settings, "check-output", input.by, "plan"), (who) => checkPlan(input.file, who)),
    )
    yield* Console.log(`Checked: ${tables(checked)} of the plan.`)
  }),
).pipe(withSettings, Command.withDescription("Make one of the two checks of every proposed table of a plan"))

const release = Command.make(
  "release",
  { file, by: personFlag("by", "The supervisor who releases the tables") },
  Effect.fn("ask.publication.release")(function* (input) {
    yield* ownerOnly
    const settings = yield* Settings
    const { released, folder } = yield* onEvidence(
      Effect.flatMap(provedBy(settings, "release-table", input.by, "plan"), (who) =>
        releasePlan(settings.storage, input.file, who),
      ),
    )
    yield* Console.log(`Released: ${tables(released)} of the plan, in ${folder}.`)
  }),
).pipe(withSettings, Command.withDescription("Audit and publish every checked table of a plan"))

export const publication = Command.make("publication").pipe(
  Command.withDescription("Plan, check and release many tables that are safe together"),
  Command.withSubcommands([plan, check, release]),
)
