/** Gives the words in which a young person of 13 to 17 is asked about themselves. */
import type { AboutYouWords } from "./about-you.ts"

export const words13to17: AboutYouWords = {
  age: "How old are you?",
  gender: {
    ask: "How do you describe your gender?",
    options: { girl: "Girl or young woman", boy: "Boy or young man", another: "I describe it in another way" },
  },
  ethnicity: {
    ask: "Which of these ethnic groups best describes you?",
    hint: "We ask so that we can see if life is fair for young people of every background.",
    options: {
      asian: "Asian or Asian British",
      black: "Black, Black British, African or Caribbean",
      mixed: "Mixed or multiple ethnic groups",
      white: "White",
      "another-group": "Another ethnic group",
    },
  },
  support: {
    ask: "Do you get help or support from any of these?",
    hint: "Choose all that apply.",
    options: {
      "youth-group": "A youth group or club",
      teacher: "A teacher at school or college",
      "teaching-assistant": "A teaching assistant at school or college",
      "youth-offending-team": "A youth offending team",
      "counsellor-or-therapist": "A counsellor or therapist",
      "social-worker": "A social worker",
      mentor: "A mentor",
      advocate: "An advocate",
      other: "Someone else",
      "none-of-these": "None of these",
    },
  },
  setting: {
    ask: "Where do you live at the moment?",
    hint: "We ask so that we hear from every kind of home.",
    options: {
      "with-parents": "With my parent or parents",
      "with-foster-parents": "With foster parents",
      "with-relatives": "With relatives other than my parents",
      "childrens-home": "In a children's home or residential care",
      "secure-childrens-home": "In a secure children's home",
      "young-offender-institution": "In a young offender institution",
      "secure-training-centre": "In a secure training centre",
      "inpatient-mental-health": "In a hospital or unit for mental health",
      "supported-independent": "In my own place, supported by the council",
      "supported-semi-independent": "In a shared or part-supported place, supported by the council",
      "on-their-own": "On my own",
      "friends-or-hostel": "With friends or in a hostel",
      other: "Somewhere else",
    },
  },
  school: {
    ask: "Which school or college do you go to?",
    hint: "We will not publish what any one school or college said.",
    notInList: "It is not in this list",
  },
  homePostcode: {
    ask: "What is your home postcode?",
    hint: "We use it once, to find out what your area is like. Then we destroy it.",
  },
  localCouncil: {
    ask: "Which local council covers the area you live in?",
    hint: "Many people do not know this, and that is fine.",
    notInList: "It is not in this list",
  },
}
