/** Gives the words in which the easy-read forms ask about the child: one idea and one picture for each sentence. */
import type { ApprovedOptions } from "../../policy/data/approved-variables.ts"
import type { Characteristic } from "../../policy/data/purpose.ts"
import type { Sentence } from "../../policy/data/question.ts"
import type { EasyQuestion } from "../authoring/easy-words.ts"
import type { Refused, RightOr } from "../authoring/question.ts"

type EasyOptions<Key extends string> = { readonly options: { readonly [K in Key]: Sentence } }

/** By question key. The age question is not here, because its answers differ between bands. */
type AboutYouEasyRead = {
  readonly [C in Exclude<Characteristic, "age">]: EasyQuestion &
    (C extends keyof ApprovedOptions ? EasyOptions<ApprovedOptions[C][number]> : unknown)
}

type Outcome<W> = W extends AboutYouEasyRead ? W : W & Refused

/** Reports a mistake here, once, and not in each form that uses the words. */
const checkedHere = <const W>(words: RightOr<W, AboutYouEasyRead>): Outcome<W> => words as unknown as Outcome<W>

export const aboutYouEasyRead = checkedHere({
  gender: {
    sentences: [{ words: "Are you a girl or a boy?", picture: "child" }],
    options: {
      girl: { words: "A girl", picture: "girl" },
      boy: { words: "A boy", picture: "boy" },
      another: { words: "Another answer is right for me", picture: "butterfly" },
    },
  },
  ethnicity: {
    sentences: [
      { words: "Which of these groups are you part of?", picture: "groups" },
      { words: "It is about where your family comes from.", picture: "globe-with-meridians" },
      { words: "We ask to see if life is fair for all.", picture: "heavy-equals-sign" },
    ],
    options: {
      asian: { words: "Asian", picture: "people-asian" },
      black: { words: "Black", picture: "people-black" },
      mixed: { words: "Mixed, or more than one group", picture: "people-mixed" },
      white: { words: "White", picture: "people-white" },
      "another-group": { words: "Another group", picture: "people-another" },
    },
  },
  support: {
    sentences: [
      { words: "Do any of these people help you?", picture: "ring-buoy" },
      { words: "You can pick more than one.", picture: "check-mark-button" },
    ],
    options: {
      "youth-group": { words: "A club or youth group", picture: "ping-pong" },
      teacher: { words: "A teacher", picture: "teacher" },
      "teaching-assistant": { words: "A helper in class", picture: "open-book" },
      "youth-offending-team": { words: "A youth offending team", picture: "memo" },
      "counsellor-or-therapist": { words: "A person to talk to about feelings", picture: "couch-and-lamp" },
      "social-worker": { words: "A social worker", picture: "identification-card" },
      mentor: { words: "A mentor", picture: "footprints" },
      advocate: { words: "An advocate, who helps me speak up", picture: "speaking-head" },
      other: { words: "Someone else", picture: "someone" },
      "none-of-these": { words: "No, none of these", picture: "cross-mark" },
    },
  },
  setting: {
    sentences: [{ words: "Where do you live now?", picture: "house" }],
    options: {
      "with-parents": { words: "With my parents, or one of them", picture: "with-parents" },
      "with-foster-parents": { words: "With foster parents", picture: "foster-parents" },
      "with-relatives": { words: "With other people in my family", picture: "relatives" },
      "childrens-home": { words: "In a children's home", picture: "childrens-home" },
      "secure-childrens-home": { words: "In a secure children's home", picture: "lock-houses" },
      "young-offender-institution": { words: "In a young offender institution", picture: "lock-office-building" },
      "secure-training-centre": { words: "In a secure training centre", picture: "lock-school" },
      "inpatient-mental-health": { words: "In hospital, for help with my feelings", picture: "hospital" },
      "supported-independent": { words: "In a place of my own, with help", picture: "key" },
      "supported-semi-independent": { words: "In a shared place, with people to help", picture: "door" },
      "on-their-own": { words: "On my own", picture: "bed" },
      "friends-or-hostel": { words: "With friends, or in a hostel", picture: "luggage" },
      other: { words: "Somewhere else", picture: "world-map" },
    },
  },
  school: {
    sentences: [
      { words: "Which school do you go to?", picture: "school" },
      { words: "A grown-up can help you find it.", picture: "magnifying-glass-tilted-left" },
    ],
  },
  "home-postcode": {
    sentences: [
      { words: "What is the postcode of your home?", picture: "postbox" },
      { words: "We use it once.", picture: "keycap-1" },
      { words: "Then we do not keep it.", picture: "wastebasket" },
    ],
  },
  "local-council": {
    sentences: [
      { words: "Which council looks after the place you live in?", picture: "classical-building" },
      { words: "It is fine if you do not know.", picture: "ok-hand" },
    ],
  },
})

const { "youth-offending-team": team, ...supports } = aboutYouEasyRead.support.options
const {
  "young-offender-institution": institution,
  "secure-training-centre": centre,
  ...settings
} = aboutYouEasyRead.setting.options

/** Without the supports and settings that a child of 6 to 8 cannot have (F43). */
export const aboutYouEasyRead6to8 = {
  ...aboutYouEasyRead,
  support: { ...aboutYouEasyRead.support, options: supports },
  setting: { ...aboutYouEasyRead.setting, options: settings },
} as const
