/** Gives the privacy information that a child of 9 to 12 reads before question 1. */
import { notice } from "./notice.ts"

export const notice9to12 = notice(
  { version: "9-12 version 2", title: "Before you start" },
  {
    subjects: "We ask about your life now and your hopes. We ask what gets in the way, and about the world.",
    "no-names": "We do not ask for your name.",
    "leave-out": "Please leave names and places out of what you write.",
    "about-you": "Near the end we ask a few things about you. For example, how old you are.",
    "who-asks": "The Children's Commissioner is asking. This is a person who speaks up for children in England.",
    "the-law": "The law says it is their job to ask children what they think.",
    "the-use": "They will tell the people who run the country what children need.",
    "only-use": "We use your answers for this work. It is called the Childhood Commission.",
    team: "A small team at the Children's Commissioner will read the answers.",
    company: "A company helps us run this website. It must keep to our rules.",
    computers: "The answers are kept safe on government computers.",
    together: "We will share what lots of children said, all added up. We take care that no one can pick you out.",
    helper: "If someone helps you, they may see what you say.",
    postcode: "We use your postcode once, to learn what your area is like. Then we destroy it.",
    "two-years": "We keep the answers for two years.",
    checked: "Then we check if we still need them. If we don't, we destroy them.",
    stop: "You can stop at any time.",
    "nothing-kept": "If you stop before you send your answers, we keep nothing.",
    choice: "You do not have to do this. It is up to you.",
    skip: "You can skip any question, or choose “I don't want to say”.",
    "no-harm": "Nothing bad will happen if you do.",
    "not-known": "We will not know which answers are yours.",
    "not-returned": "So once you send them, we can't show them or take them back.",
    unhappy: "You can tell us if you are not happy about this. A grown-up can help you to do it.",
    watchdog: "Someone checks that we use answers fairly. “About your answers” says who they are.",
  },
)
