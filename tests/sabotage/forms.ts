/** Breaks the forms: which exist, whom they ask what, and their notices (rules 5 to 8). */
import { by, change, fixture, type Planned, remove, types } from "./sabotage.ts"

const secure = "policy/response/secure-settings.ts"
const lawful = "policy/lawful.ts"
const aboutYou = "surveys/characteristics/about-you.ts"
const setting = "policy/data/community-setting.ts"
const withheld = "policy/data/asked-when.ts"
const admit = "policy/response/admit.ts"
const notice6to8 = "surveys/privacy-information/6-8.ts"

const scope: readonly Planned[] = [
  {
    rule: "forms-match-the-dpia",
    sabotage: "drop the easy-read 9-12",
    edits: [remove("surveys/forms.ts", '  "easy-read-9-12": easyRead9to12,\n')],
    caughtBy: [
      { layer: "types", says: `Property '"easy-read-9-12"' is missing` },
      by("test", "policy/forms-match-the-dpia.test.ts", "upheld by the six forms"),
    ],
  },
  {
    rule: "forms-match-the-dpia",
    sabotage: "easy-read loses an opt-out",
    way: "as it is derived",
    edits: [
      change(
        "surveys/authoring/easy-read.ts",
        "const easy = ({ hint, picture, ...question }",
        "const easy = ({ hint, picture, optOut, ...question }",
      ),
    ],
    caughtBy: [
      by("test", "policy/opt-out-on-every-question.test.ts", "upheld by the six forms"),
      by("test", "surveys/easy-read.test.ts", "has the same pages, questions, options, opt-outs"),
    ],
  },
  {
    rule: "forms-match-the-dpia",
    sabotage: "easy-read loses an opt-out",
    way: "in its type",
    edits: [
      change(
        "surveys/authoring/easy-read.ts",
        '  Omit<Q, "ask" | "hint" | "picture" | "options" | "rows"> & {',
        '  Omit<Q, "ask" | "hint" | "picture" | "options" | "rows" | "optOut"> & {',
      ),
    ],
    caughtBy: [types("opt-out-on-every-question")],
  },
  {
    rule: "forms-match-the-dpia",
    sabotage: "age 18 accepted",
    way: "by the scope of the form",
    edits: [change("policy/data/form-scope.ts", "[13, 14, 15, 16, 17]", "[13, 14, 15, 16, 17, 18]")],
    caughtBy: [by("schema", "policy/forms-match-the-dpia.test.ts", "on form 13-17, the age of 18")],
  },
  {
    rule: "forms-match-the-dpia",
    sabotage: "age 18 accepted",
    way: "by the form alone",
    edits: [change("surveys/form-13-17.ts", 'ages: agesOf["13-17"]', "ages: [13, 14, 15, 16, 17, 18]")],
    caughtBy: [types("forms-match-the-dpia")],
  },
  {
    rule: "forms-match-the-dpia",
    sabotage: "age 18 accepted",
    way: "and the compiler no longer looks",
    edits: [remove(lawful, "FormsMatchTheDpia<F> & ")],
    caughtBy: [fixture("forms-match-the-dpia.age-18")],
  },
]

const settingPage = "    page(setting(words.setting)),\n"
const settingPlaced = (after: string): readonly [ReturnType<typeof change>, ReturnType<typeof change>] => [
  remove(aboutYou, settingPage),
  change(aboutYou, after, `${after}${settingPage}`),
]
const inCommunity = "communitySettings.some((setting) => setting === answer)"
const unanswered = "setting !== undefined && isCommunitySetting(answers[setting.key])"

const postcode: readonly Planned[] = [
  {
    rule: "no-postcode-in-secure-settings",
    sabotage: "re-order questions",
    way: "the setting asked last",
    edits: settingPlaced("    page(localCouncil(words.localCouncil)),\n"),
    caughtBy: [
      types("no-postcode-in-secure-settings"),
      by("test", "policy/no-postcode-in-secure-settings.test.ts", "upheld by the six forms"),
    ],
  },
  {
    rule: "no-postcode-in-secure-settings",
    sabotage: "re-order questions",
    way: "and the compiler no longer looks",
    edits: [remove(lawful, "  NoPostcodeInSecureSettings<Q, AfterSetting> &\n")],
    caughtBy: [fixture("no-postcode-in-secure-settings.before-the-setting")],
  },
  {
    rule: "no-postcode-in-secure-settings",
    sabotage: "choose community, give postcode, go back, choose secure",
    way: "the browser keeps it",
    edits: [
      change(
        "surveys/journey.ts",
        "answers: Object.fromEntries(Object.entries(answers).filter(([key]) => !skipped.includes(key))),",
        "answers,",
      ),
    ],
    caughtBy: [
      by("runtime", "policy/no-postcode-in-secure-settings.test.ts", "after community was chosen"),
      by("runtime", "surveys/journey.test.ts", "changing the setting afterwards erases"),
    ],
  },
  {
    rule: "no-postcode-in-secure-settings",
    sabotage: "choose community, give postcode, go back, choose secure",
    way: "and the door does not look",
    edits: [remove(admit, "  yield* withheldPlace.gate(form, answers)\n")],
    caughtBy: [
      by("runtime", "policy/no-postcode-in-secure-settings.test.ts", "is refused"),
      by("runtime", "policy/admit.test.ts", 'a place with "secure-childrens-home"'),
    ],
  },
  {
    rule: "no-postcode-in-secure-settings",
    sabotage: "opt out of setting",
    way: "declining it counts as community",
    edits: [change(setting, inCommunity, `answer === "prefer-not-to-say" || ${inCommunity}`)],
    caughtBy: [
      by("runtime", "policy/no-postcode-in-secure-settings.test.ts", "prefer-not-to-say"),
      by("runtime", "surveys/journey.test.ts", "asks for the place after a community setting and after nothing else"),
    ],
  },
  {
    rule: "no-postcode-in-secure-settings",
    sabotage: "opt out of setting",
    way: "the gate looks for another category",
    edits: [change(secure, 'categories: ["home-postcode", "local-authority"]', 'categories: ["free-text"]')],
    caughtBy: [
      by("runtime", "policy/examples.test.ts", "no-postcode-in-secure-settings"),
      by("runtime", "policy/layers-agree.test.ts", "form 9-12"),
    ],
  },
  {
    rule: "no-postcode-in-secure-settings",
    sabotage: "opt out of setting",
    way: "leaving it blank counts as community",
    edits: [change(withheld, unanswered, `(setting && given[setting.key] === undefined) || (${unanswered})`)],
    caughtBy: [by("runtime", "policy/no-postcode-in-secure-settings.test.ts", "undefined")],
  },
]

const same = "same for school (strict default, F08)"

const school: readonly Planned[] = [
  {
    rule: "no-school-in-secure-settings",
    sabotage: same,
    way: "the setting asked after the school",
    edits: settingPlaced("    page(school(words.school)),\n"),
    caughtBy: [
      types("no-school-in-secure-settings"),
      by("test", "policy/no-school-in-secure-settings.test.ts", "upheld by the six forms"),
    ],
  },
  {
    rule: "no-school-in-secure-settings",
    sabotage: same,
    way: "asked of all",
    edits: [
      change(
        "surveys/characteristics/place.ts",
        'category: "education-setting",\n    askedWhen: "community-setting",\n',
        'category: "education-setting",\n',
      ),
    ],
    caughtBy: [types("no-school-in-secure-settings")],
  },
  {
    rule: "no-school-in-secure-settings",
    sabotage: same,
    way: "the door does not look",
    edits: [remove(admit, "  yield* withheldSchool.gate(form, answers)\n")],
    caughtBy: [
      by("runtime", "policy/no-school-in-secure-settings.test.ts", "is refused"),
      by("runtime", "policy/admit.test.ts", 'a place with "young-offender-institution"'),
    ],
  },
  {
    rule: "no-school-in-secure-settings",
    sabotage: same,
    way: "the gate looks for another category",
    edits: [change(secure, 'categories: ["education-setting"]', 'categories: ["free-text"]')],
    caughtBy: [
      by("runtime", "policy/examples.test.ts", "no-school-in-secure-settings"),
      by("runtime", "policy/layers-agree.test.ts", "form 9-12"),
    ],
  },
  {
    rule: "no-school-in-secure-settings",
    sabotage: same,
    way: "declining the setting counts as community",
    edits: [change(setting, inCommunity, `answer === "prefer-not-to-say" || ${inCommunity}`)],
    caughtBy: [by("runtime", "policy/no-school-in-secure-settings.test.ts", "prefer-not-to-say")],
  },
  {
    rule: "no-school-in-secure-settings",
    sabotage: same,
    way: "and the compiler no longer looks",
    edits: [remove(lawful, " &\n  NoSchoolInSecureSettings<Q, AfterSetting>")],
    caughtBy: [fixture("no-school-in-secure-settings.before-the-setting")],
  },
]

const start = "startPage(form, request)"
const first = 'surveyStep((yield* SurveyPages).display(form), [["go", "start"]], undefined, Date.now())'
const question = `respond(form, ${first}, request)`

const privacy: readonly Planned[] = [
  {
    rule: "privacy-information-first",
    sabotage: "deep link to question 3",
    way: "an address that opens a question",
    edits: [change("src/server/survey-route.ts", start, `(request.url.includes("?page=") ? ${question} : ${start})`)],
    caughtBy: [by("runtime", "server/ways-in.test.ts", "begins with its notice")],
  },
  {
    rule: "privacy-information-first",
    sabotage: "consent wording",
    edits: [
      change(notice6to8, "You do not have to do this. It is up to you.", "You give us your consent. It is up to you."),
    ],
    caughtBy: [by("test", "policy/privacy-information-first.test.ts", "upheld by the six forms")],
  },
  {
    rule: "privacy-information-first",
    sabotage: "consent wording",
    way: "and more children promised than are asked (F03)",
    edits: [
      change(notice6to8, "You do not have to do this. It is up to you.", "We ask all children. It is up to you."),
    ],
    caughtBy: [by("test", "policy/privacy-information-first.test.ts", "upheld by the six forms")],
  },
  {
    rule: "privacy-information-first",
    sabotage: "text missing for a band",
    way: "a fact that the notice of 6 to 8 leaves out",
    edits: [remove(notice6to8, '    choice: "You do not have to do this. It is up to you.",\n')],
    caughtBy: [{ layer: "types", says: "Property 'choice' is missing" }],
  },
  {
    rule: "privacy-information-first",
    sabotage: "text missing for a band",
    way: "a part that every notice leaves out",
    edits: [
      remove(
        "surveys/privacy-information/notice.ts",
        '    voluntary: [fact("choice"), fact("skip"), fact("no-harm")],\n',
      ),
    ],
    caughtBy: [
      types("privacy-information-first"),
      by("test", "policy/privacy-information-first.test.ts", "upheld by the six forms"),
    ],
  },
  {
    rule: "privacy-information-first",
    sabotage: "text missing for a band",
    way: "and the compiler no longer looks",
    edits: [remove(lawful, "PrivacyInformationFirst<F> & ")],
    caughtBy: [fixture("privacy-information-first.missing-part")],
  },
]

export const formSabotages: readonly Planned[] = [...scope, ...postcode, ...school, ...privacy]
