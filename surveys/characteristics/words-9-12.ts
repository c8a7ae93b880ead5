/** Gives the words in which a child of 9 to 12 is asked about themselves. */
import type { AboutYouWords } from "./about-you.ts"

export const words9to12: AboutYouWords = {
  age: "How old are you?",
  gender: {
    ask: "What is your gender?",
    options: { girl: "Girl", boy: "Boy", another: "Another answer is right for me" },
  },
  ethnicity: {
    ask: "Which of these ethnic groups are you part of?",
    hint: "We ask to see if life is fair for all children.",
    options: {
      asian: "Asian or Asian British",
      black: "Black, Black British, African or Caribbean",
      mixed: "Mixed, or more than one group",
      white: "White",
      "another-group": "Another group",
    },
  },
  support: {
    ask: "Do you get help or support from any of these people?",
    hint: "Choose all that are true for you.",
    options: {
      "youth-group": "A youth group or club",
      teacher: "A teacher at school",
      "teaching-assistant": "A teaching assistant at school",
      "youth-offending-team": "A youth offending team",
      "counsellor-or-therapist": "A counsellor or therapist",
      "social-worker": "A social worker",
      mentor: "A mentor",
      advocate: "An advocate, who helps me have my say",
      other: "Someone else",
      "none-of-these": "None of these people",
    },
  },
  setting: {
    ask: "Where do you live right now?",
    hint: "We ask so that we hear from all kinds of homes.",
    options: {
      "with-parents": "With my parent or parents",
      "with-foster-parents": "With foster parents",
      "with-relatives": "With other people in my family",
      "childrens-home": "In a children's home or residential care",
      "secure-childrens-home": "In a secure children's home",
      "young-offender-institution": "In a young offender institution",
      "secure-training-centre": "In a secure training centre",
      "inpatient-mental-health": "In hospital, for help with my mental health",
      "supported-independent": "In a place of my own, with help from the council",
      "supported-semi-independent": "In a shared place with staff, with help from the council",
      "on-their-own": "On my own",
      "friends-or-hostel": "With friends, or in a hostel",
      other: "Somewhere else",
    },
  },
  school: {
    ask: "Which school do you go to?",
    hint: "We will not tell anyone what one school said.",
    notInList: "My school is not in this list",
  },
  homePostcode: {
    ask: "What is the postcode of your home?",
    hint: "We use it once, to learn what your area is like. Then we destroy it.",
  },
  localCouncil: {
    ask: "Which council looks after the area you live in?",
    hint: "Lots of children do not know. That is fine.",
    notInList: "My council is not in this list",
  },
}
