/** What may be tried of tables on their way out, by anybody and in any order. */
import fc from "fast-check"
import { type Kind, kinds, named, type Person } from "./histories-model.ts"

const someone = fc.constantFrom<Person>("ann", "ben", "cat", "ann", "ben", "cat", ...named)
const which = fc.nat(5)
export const alterations = ["title", "cell", "withheld", "proof"] as const
const checking = fc.record({ do: fc.constant("check" as const), which, by: someone })
const releasing = fc.record({
  do: fc.constant("release" as const),
  which,
  by: fc.constantFrom<Person>("supervisor", "supervisor", "supervisor", ...named),
})
/** As it should go: one proposes, the two others check, a supervisor releases. */
const carrying = fc.record({
  do: fc.constant("carry" as const),
  kind: fc.constantFrom<Kind>("whole", "less a child", "hidden otherwise", ...kinds),
  by: fc.constantFrom<Person>("ann", "ben", "cat"),
})

const command = fc.oneof(
  { weight: 4, arbitrary: carrying },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant("propose" as const),
      kind: fc.constantFrom(...kinds),
      by: someone,
    }),
  },
  { weight: 10, arbitrary: checking },
  { weight: 7, arbitrary: releasing },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom("leave" as const, "train"), by: someone }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("wait" as const), days: fc.constantFrom(1, 30, 364, 366) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("reopen" as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("past the gates" as const), which, by: someone }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant("alter" as const), which, what: fc.constantFrom(...alterations) }),
  },
)
export type Command = typeof command extends fc.Arbitrary<infer C> ? C : never

/** Each history begins with a released table, so that the following tables are linked to one. */
export const history = fc.record({
  isLive: fc.constantFrom(true, true, true, true, false),
  commands: fc
    .tuple(carrying, fc.array(command, { minLength: 4, maxLength: 20, size: "max" }))
    .map((all) => all.flat()),
})
