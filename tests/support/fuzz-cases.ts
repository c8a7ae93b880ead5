/** Submissions that are wrong in every way we know, made from valid ones by mutation, and some that are right. */
import fc from "fast-check"
import { secureSettings } from "../../policy/data/setting.ts"
import { samples } from "../../src/commands/sample.ts"
import { formOf } from "../../surveys/forms.ts"
import type { Submission } from "../../surveys/sampling/submissions.ts"

export interface Case {
  readonly kind: string
  readonly body: string
}

/** In every wrong value; no answer of the service may hold it. */
export const canary = "kestrel-41-quincunx"

type Json = unknown
type Wrong = Readonly<Record<string, Json>>

const prototypeKeys = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "valueOf", "then"]

const nested = (depth: number): Json =>
  depth === 0 ? canary : depth % 2 ? [nested(depth - 1)] : { a: nested(depth - 1) }

const strange = fc.constantFrom(
  `${canary}\u0000`,
  `${canary}\ud800`,
  `\udc00${canary}`,
  `${canary}\u202e\u2066`,
  `${canary}\u0007\u001b[31m`,
  `${canary}\u007f`,
  `${canary}\u0085`,
  `${canary}${"\u0301".repeat(200)}`,
  `${canary}👩‍👩‍👧‍👦\ufeff`,
  `=cmd|' /C calc'!A0 ${canary}`,
  `'; drop table response; -- ${canary}`,
  `<script>${canary}</script>`,
  `\${jndi:ldap://${canary}}`,
  `%s%n${canary}`,
  " \n\t ",
  "",
)

/** A value where an answer belongs. */
const wrongAnswer: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(
    null,
    true,
    0,
    -1,
    1e308,
    [],
    {},
    [null],
    [[]],
    [{}],
    { text: null },
    { text: "" },
    { other: 1 },
  ),
  fc.constantFrom<Json>(
    canary,
    [canary],
    { text: canary },
    { other: canary },
    { postcode: canary },
    { [canary]: canary },
  ),
  fc.constantFrom<Json>("not-answered", "not-asked", ["prefer-not-to-say"], ["dont-know"], "PREFER-NOT-TO-SAY"),
  strange,
  strange.map((text) => ({ text })),
  strange.map((text) => ({ postcode: text })),
  strange.map((other) => [{ other }, { other }]),
  fc.integer({ min: 100, max: 20_000 }).map((length) => ({ text: canary.repeat(Math.ceil(length / canary.length)) })),
  fc.integer({ min: 1, max: 400 }).map(nested),
  fc.constantFrom(...prototypeKeys).map((key) => JSON.parse(`{"${key}": "${canary}"}`)),
  fc.jsonValue().map((value) => ({ [canary]: value })),
  fc.jsonValue(),
)

/** One question of the submission's form, by its place. */
const questionOf = ({ form }: Submission, place: number): string => {
  const questions = formOf(form).pages.flatMap((page) => page.questions)
  return questions[place % questions.length]?.key ?? ""
}

const withAnswers = (one: Submission, more: Wrong): string =>
  JSON.stringify({ ...one, answers: { ...one.answers, ...more } })

const place = { school: "900001", "home-postcode": { postcode: "ZZ1 0AA" }, "local-council": "E09999901" }

/** Written out by hand, because an object has no key twice. */
const twice = ({ form, token }: Submission, first: string, last: string): string =>
  `{"form":"${form}","token":"${token}","answers":{"age":${first},"age":${last}}}`

type Mutation = readonly [kind: string, (one: Submission, at: number) => fc.Arbitrary<string>]

const mutations: readonly Mutation[] = [
  ["valid", (one) => fc.constant(JSON.stringify(one))],
  ["a wrong answer", (one, at) => wrongAnswer.map((answer) => withAnswers(one, { [questionOf(one, at)]: answer }))],
  [
    "several wrong answers",
    (one, at) =>
      fc
        .array(wrongAnswer, { minLength: 2, maxLength: 5 })
        .map((all) =>
          withAnswers(one, Object.fromEntries(all.map((each, index) => [questionOf(one, at + index), each]))),
        ),
  ],
  [
    "an unknown question",
    (one) =>
      fc
        .tuple(fc.oneof(fc.constant(canary), fc.string(), fc.constantFrom(...prototypeKeys)), wrongAnswer)
        .map(([key, answer]) =>
          JSON.stringify(one).replace(
            '"answers":{',
            `"answers":{${JSON.stringify(key)}:${JSON.stringify(answer) ?? 1},`,
          ),
        ),
  ],
  [
    "an unknown key",
    (one) =>
      fc
        .constantFrom(canary, ...prototypeKeys, "name", "ip", "")
        .map((key) => JSON.stringify(one).replace("{", `{${JSON.stringify(key)}:"${canary}",`)),
  ],
  [
    "a wrong part",
    (one) =>
      fc
        .tuple(fc.constantFrom("form", "token", "answers"), wrongAnswer)
        .map(([key, value]) => JSON.stringify({ ...one, [key]: value })),
  ],
  [
    "a missing part",
    (one) => fc.constantFrom("form", "token", "answers").map((key) => JSON.stringify({ ...one, [key]: undefined })),
  ],
  ["anything at all", () => fc.json()],
  [
    "a place in a secure setting",
    (one) =>
      fc
        .tuple(
          fc.constantFrom<Json>(...secureSettings, { other: canary }, "prefer-not-to-say", "dont-know", undefined),
          fc.subarray(Object.entries(place), { minLength: 1 }),
        )
        .map(([setting, some]) => withAnswers(one, { setting, ...Object.fromEntries(some) })),
  ],
  [
    "words in the part of a child of 4 or 5",
    (one) =>
      fc
        .constantFrom("likes-at-home", "likes-at-school", "wants-more-of")
        .map((key) => JSON.stringify({ ...one, form: "4-5", answers: { [key]: { text: canary } } })),
  ],
  [
    "an age of another form",
    (one) => fc.constantFrom("3", "4", "8", "13", "18", "9.5", "-9", 9).map((age) => withAnswers(one, { age })),
  ],
  ["a key twice, the last right", (one) => fc.constant(twice({ ...one, form: "9-12" }, `"${canary}"`, '"9"'))],
  ["a key twice, the last wrong", (one) => fc.constant(twice({ ...one, form: "9-12" }, '"9"', `"${canary}"`))],
  ["text cut short", (one, at) => fc.constant(JSON.stringify(one).slice(0, at % 400))],
  [
    "text grown longer",
    (one) =>
      fc.constantFrom(
        JSON.stringify(one) + canary,
        `${canary}${JSON.stringify(one)}`,
        `[${JSON.stringify(one)}]`,
        `\ufeff${JSON.stringify(one)}`,
      ),
  ],
  [
    "a huge body",
    (one) =>
      fc
        .constantFrom(60_000, 66_000, 200_000)
        .map((length) => withAnswers(one, { "hope-most": { text: canary.padEnd(length, "x") } })),
  ],
  [
    "deep nesting",
    () => fc.integer({ min: 5, max: 20_000 }).map((depth) => `${"[".repeat(depth)}${"]".repeat(depth)}`),
  ],
]

const anyCase = (one: Submission): fc.Arbitrary<Case> =>
  fc
    .tuple(fc.constantFrom(...mutations), fc.nat(1_000))
    .chain(([[kind, mutation], at]) => mutation(one, at).map((body) => ({ kind, body })))

export const fuzzCases = (count: number, seed: number): readonly Case[] =>
  (samples("all", seed) ?? [].values())
    .take(count)
    .flatMap((one, index) => fc.sample(anyCase(one), { numRuns: 1, seed: seed + index }))
    .toArray()
