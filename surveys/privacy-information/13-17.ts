/** Gives the privacy information that a young person of 13 to 17 reads before question 1. */
import { notice } from "./notice.ts"

export const notice13to17 = notice(
  { version: "13-17 version 2", title: "Before you start" },
  {
    subjects: "We ask about your life now, your hopes, what gets in your way, and the world around you.",
    "no-names": "We do not ask for your name or how to contact you.",
    "leave-out": "Please leave names and places out of anything you write.",
    "about-you": "At the end we ask some things about you, such as your age and where you live.",
    "who-asks":
      "The Children's Commissioner for England speaks up for everyone under 18. They are asking, and they look after your answers.",
    "the-law": "By law, it is their task to find out what young people think.",
    "the-use": "Your answers help to show the people in power what needs to change.",
    "only-use": "We use them for one piece of work, called the Childhood Commission.",
    team: "A small, trained team at the Children's Commissioner reads the answers.",
    company:
      "A company helps to run this website. It must follow our rules, and delete what it holds when the survey ends.",
    computers: "The answers are kept on secure computers run by the Department for Education.",
    together:
      "We publish only totals, such as how many chose an answer. We check them so that no one can be picked out.",
    helper: "If someone helps you, they may see your answers.",
    postcode: "We use your postcode once, to find out what your area is like. Then we destroy it.",
    "two-years": "We keep the answers for two years.",
    checked: "Then we check if we still need them. If we do not, we destroy them.",
    stop: "You can stop at any time.",
    "nothing-kept": "If you stop before you send your answers, nothing is kept.",
    choice: "You do not have to take part. It is your choice.",
    skip: "You can skip any question, or choose “I don't want to say”.",
    "no-harm": "It will not change how anyone treats you, or any help that you get.",
    "not-known": "The law gives you rights over information about you. But we will not know which answers are yours.",
    "not-returned": "So once they are sent, we cannot show them to you, change them or delete them.",
    unhappy: "If you are not happy about any of this, you can complain to the Children's Commissioner.",
    watchdog: "You can also complain to the regulator of data protection. “About your answers” says who that is.",
  },
)
