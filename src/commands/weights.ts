/** Imports populations, and makes, lists and shows the weights of the responses. */
import { existsSync, readFileSync, statSync } from "node:fs"
import { basename } from "node:path"
import { Console, Effect, Option } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { attempt } from "../../db/attempt.ts"
import { Evidence } from "../../db/evidence/evidence.ts"
import { today } from "../../policy/civil-day.ts"
import { decided } from "../../policy/record/decision-record.ts"
import { ages as allAges, breakdownWords, type Population, vintagePattern } from "../analysis/population/population.ts"
import { keepPopulation, readPopulation, vintagesIn } from "../analysis/population/population-folder.ts"
import { readPopulationFile } from "../analysis/population/read-population.ts"
import { readForAnalysis } from "../analysis/read-for-analysis.ts"
import { makeWeight } from "../analysis/weights/make-weight.ts"
import { type MarginName, marginNames, weightVariables } from "../analysis/weights/units.ts"
import { weightName } from "../analysis/weights/weight.ts"
import { isWeightHere, keepWeight, readWeight, weightDigest, weightNames } from "../analysis/weights/weight-folder.ts"
import { weightLines } from "../analysis/weights/weight-text.ts"
import { Settings } from "../deployment/settings.ts"
import { resolveReader } from "../tables/request/read-responses.ts"
import { Unusable } from "./exit-code.ts"
import { onEvidence } from "./on-evidence.ts"
import { typedPath } from "./typed-path.ts"
import { ownerOnly, personFlag, textFlag, wholeNumberFlag } from "./values.ts"
import { withSettings } from "./with-settings.ts"

const vintageFlag = (description: string) =>
  textFlag("population", "VINTAGE", description).pipe(
    Flag.filter(
      (text) => vintagePattern.test(text),
      () => "the name of an edition, such as mid-2020",
    ),
  )

/** Larger than every published file of this kind. */
const mostBytes = 100_000_000

const populationLine = ({ vintage, importedOn, files }: Population): string =>
  `${vintage}, imported on ${importedOn}: by ${files.map(({ breakdown, digest }) => `${breakdownWords[breakdown]} (${digest.slice(0, 8)})`).join(", by ")}`

const populationCommand = Command.make(
  "population",
  {},
  Effect.fn("ask.weights.population")(function* () {
    const { storage } = yield* Settings
    const all = vintagesIn(storage.dataDir).map((each) => readPopulation(storage.dataDir, each))
    for (const each of all) if (each !== undefined && each !== "damaged") yield* Console.log(populationLine(each))
    if (all.length === 0) yield* Console.log("No population is imported.")
  }),
).pipe(withSettings, Command.withDescription("List the populations that are imported, with their editions"))

const importCommand = Command.make(
  "import",
  {
    vintage: vintageFlag("The edition that the files publish, such as mid-2020"),
    files: Argument.String("FILE").pipe(
      Argument.withDescription("Official files: by region, by decile of deprivation, by ethnic group"),
      Argument.atLeast(1),
    ),
  },
  Effect.fn("ask.weights.import")(function* ({ vintage, files }) {
    const { storage } = yield* Settings
    const read = yield* Effect.forEach(files, (file) =>
      Effect.gen(function* () {
        const path = yield* typedPath(file)
        if (!existsSync(path) || statSync(path).size > mostBytes)
          return yield* new Unusable({ message: `${path} is no file of a population. Nothing was imported.` })
        return yield* readPopulationFile(basename(path), readFileSync(path)).pipe(
          Effect.mapError(({ message }) => new Unusable({ message })),
        )
      }),
    )
    const twice = read.find(({ breakdown }, at) => read.findIndex((each) => each.breakdown === breakdown) !== at)
    if (twice !== undefined)
      return yield* new Unusable({
        message: `Two of the files are by ${breakdownWords[twice.breakdown]}. Nothing was imported. Name one of each.`,
      })
    const population = { vintage, importedOn: yield* today, files: read }
    if (!(yield* attempt("data", () => keepPopulation(storage.dataDir, population))))
      return yield* new Unusable({
        message: `The population ${vintage} is imported already. Nothing was imported. Name another with --population.`,
      })
    yield* Console.log(`Imported: ${populationLine(population)}.`)
  }),
).pipe(withSettings, Command.withDescription("Import official files of the population, all of them as one edition"))

const nameArgument = Argument.String("NAME").pipe(
  Argument.withDescription("The name of a weight"),
  Argument.filter(
    (text) => weightName.test(text),
    () => "a name of at most 20 small letters and digits that begins with a letter",
  ),
)

const marginsIn = (text: string): Option.Option<readonly MarginName[]> => {
  const named = text.split(",")
  const known = marginNames.filter((each) => named.includes(each))
  return known.length === named.length ? Option.some(known) : Option.none()
}

/** A first and a last age, with a dash. */
const agesIn = (text: string): Option.Option<readonly number[]> => {
  const [, first = "", last = ""] = /^(\d{1,2})-(\d{1,2})$/.exec(text) ?? []
  const within = allAges.filter((age) => age >= Number(first) && age <= Number(last))
  const isWhole =
    within[0] === Number(first) && within.at(-1) === Number(last) && Number(first) !== 5 && Number(last) !== 4
  return first !== "" && isWhole ? Option.some(within) : Option.none()
}

const make = Command.make(
  "make",
  {
    name: nameArgument,
    vintage: vintageFlag("The population to weight to, as ask weights population lists it"),
    by: personFlag("by", "The member of the evidence team who makes it").pipe(Flag.optional),
    ages: textFlag("ages", "AGES", "The ages that were asked").pipe(
      Flag.withDefault("4-17"),
      Flag.filterMap(agesIn, () => "a first and a last age from 4 to 17, such as 6-17; 4 and 5 come together"),
    ),
    margins: textFlag("margins", "LIST", `Some of: ${marginNames.join(",")}`).pipe(
      Flag.withDefault("age-sex,region,deprivation"),
      Flag.filterMap(marginsIn, () => `some of these, with commas: ${marginNames.join(",")}`),
    ),
    least: wholeNumberFlag("least", "Girls or boys of an age under which it is joined to the next").pipe(
      Flag.withDefault(30),
    ),
    trim: wholeNumberFlag("trim", "The largest weight, as a multiple of the mean").pipe(
      Flag.withDefault(5),
      Flag.filter(
        (times) => times >= 2,
        () => "a whole number of at least 2",
      ),
    ),
  },
  Effect.fn("ask.weights.make")(function* ({ vintage, by, ...request }) {
    yield* ownerOnly
    const { storage } = yield* Settings
    const population = readPopulation(storage.dataDir, vintage)
    if (population === undefined || population === "damaged")
      return yield* new Unusable({
        message: `The population ${vintage} is ${population ?? "not imported"}. No weight was made. See: ask weights population`,
      })
    if (isWeightHere(storage.dataDir, request.name))
      return yield* new Unusable({
        message: `There is a weight ${request.name}. No weight was made. Give another name.`,
      })
    const weight = yield* onEvidence(
      Effect.gen(function* () {
        const evidence = yield* Evidence
        const reader = yield* resolveReader(evidence, storage.mode, Option.getOrUndefined(by))
        const columns = yield* readForAnalysis(storage, reader.person, weightVariables).pipe(
          Effect.provide(reader.team),
        )
        const on = yield* today
        const made = yield* makeWeight(columns, population, request, on)
        yield* evidence.record(yield* decided({ kind: "weight-made", body: { weight: weightDigest(made), on } }))
        yield* attempt("data", () => keepWeight(storage.dataDir, made))
        return made
      }),
    )
    yield* Console.log(weightLines(weight).join("\n"))
  }),
).pipe(
  withSettings,
  Command.withDescription("Weight the responses to a population by age and sex, region, deprivation and ethnic group"),
  Command.withExamples([{ command: "ask weights make main --population mid-2020 --by ID" }]),
)

const show = Command.make(
  "show",
  { name: nameArgument },
  Effect.fn("ask.weights.show")(function* ({ name }) {
    const { storage } = yield* Settings
    const weight = yield* onEvidence(
      Effect.flatMap(Evidence, (evidence) => readWeight(evidence, storage.dataDir, name)),
    )
    yield* Console.log(weightLines(weight).join("\n"))
  }),
).pipe(withSettings, Command.withDescription("Show how a weight was made, and what it cannot do"))

const list = Command.make(
  "list",
  {},
  Effect.fn("ask.weights.list")(function* () {
    const { storage } = yield* Settings
    const names = weightNames(storage.dataDir)
    yield* Console.log(names.length === 0 ? "No weight was made yet: ask -- weights make NAME" : names.join("\n"))
  }),
).pipe(withSettings, Command.withDescription("List the weights by name"))

export const weights = Command.make("weights").pipe(
  Command.withDescription("Import populations, and make, list and show weights"),
  Command.withSubcommands([populationCommand, importCommand, make, list, show]),
)
