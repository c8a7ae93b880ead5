/** Gives the words in which a child of 6 to 8 is asked about themselves. */
import type { AboutYouWords6to8 } from "./about-you.ts"

export const words6to8: AboutYouWords6to8 = {
  age: "How old are you?",
  gender: {
    ask: "Are you a girl or a boy?",
    options: { girl: "A girl", boy: "A boy", another: "Another answer is right for me" },
  },
  ethnicity: {
    ask: "Which of these groups are you part of?",
    hint: "It is about where your family comes from. We ask to see if life is fair for all.",
    options: {
      asian: "Asian",
      black: "Black",
      mixed: "Mixed, or more than one",
      white: "White",
      "another-group": "Another group",
    },
  },
  support: {
    ask: "Do any of these people help you?",
    hint: "Pick each one that is true.",
    options: {
      "youth-group": "A club or youth group",
      teacher: "A teacher",
      "teaching-assistant": "A helper in my class",
      "counsellor-or-therapist": "A person I talk to about my feelings",
      "social-worker": "A social worker",
      mentor: "A mentor",
      advocate: "An advocate, who helps me speak up",
      other: "Someone else",
      "none-of-these": "No, none of these",
    },
  },
  setting: {
    ask: "Where do you live now?",
    hint: "We want to hear from every kind of home.",
    options: {
      "with-parents": "With my parents, or one of them",
      "with-foster-parents": "With foster parents",
      "with-relatives": "With other people in my family",
      "childrens-home": "In a children's home",
      "secure-childrens-home": "In a secure children's home",
      "inpatient-mental-health": "In hospital, for help with my feelings",
      "supported-independent": "In a place of my own, with help",
      "supported-semi-independent": "In a shared place, with people to help",
      "on-their-own": "On my own",
      "friends-or-hostel": "With friends, or in a hostel",
      other: "Somewhere else",
    },
  },
  school: {
    ask: "Which school do you go to?",
    hint: "A grown-up can help you find it.",
    notInList: "It is not in this list",
  },
  homePostcode: {
    ask: "What is the postcode of your home?",
    hint: "A grown-up can help. We use it once and do not keep it.",
  },
  localCouncil: {
    ask: "Which council looks after the place you live in?",
    hint: "It is fine if you do not know.",
    notInList: "It is not in this list",
  },
}
