/** What may stand beside where a child lives: places after a community setting, and none after any other answer, or no answer. */
import { Schema } from "effect"
import { dontKnow, preferNotToSay } from "./data/answer.ts"
import { communitySettings, secureSettings } from "./data/setting.ts"

const Elsewhere = Schema.Union([
  Schema.Literals([...secureSettings, preferNotToSay, dontKnow]),
  Schema.Struct({ other: Schema.String }),
])

const each = <S>(places: readonly string[], schema: S): Readonly<Record<string, S>> =>
  Object.fromEntries(places.map((place) => [place, schema]))

/** Answers of which only the setting and these places are looked at. */
export const located = (places: readonly string[]) =>
  Schema.Union([
    Schema.Struct({
      ...each(places, Schema.optionalKey(Schema.Unknown)),
      setting: Schema.Literals(communitySettings),
    }),
    Schema.Struct({ ...each(places, Schema.optionalKey(Schema.Never)), setting: Schema.optionalKey(Elsewhere) }),
  ])

const nowhere: ReadonlyArray<readonly [string, object]> = [
  ...[...secureSettings, preferNotToSay, dontKnow].map((setting) => [setting, { setting }] as const),
  ["words of the child's own", { setting: { other: "a boat" } }],
  ["a setting left blank", {}],
]

/** Each place beside each answer that withholds it, named for what is wrong. */
export const misplaced = (places: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(places).flatMap(([place, given]) =>
      nowhere.map(([said, answers]) => [`${place} beside ${said}`, { ...answers, [place]: given }]),
    ),
  )

/** Each of those answers alone, and each community setting with the places. */
export const wellPlaced = (places: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries([
    ...nowhere.map(([said, answers]) => [`${said}, alone`, answers]),
    ...communitySettings.map((setting) => [setting, { ...places, setting }]),
  ])
