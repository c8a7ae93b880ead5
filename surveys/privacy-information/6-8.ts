/** Gives the privacy information that a child of 6 to 8 reads before question 1. */
import { notice } from "./notice.ts"

export const notice6to8 = notice(
  { version: "6-8 version 2", title: "Before you start" },
  {
    subjects: "We will ask about you and your life. We will ask what you want when you are big.",
    "no-names": "We do not ask for your name.",
    "leave-out": "Please do not write any names or places.",
    "about-you": "We will ask how old you are. We will ask about your home and school.",
    "who-asks": "The Children's Commissioner wants to know. This person speaks up for children.",
    "the-law": "It is their job to ask what children think. A law says so.",
    "the-use": "You can help them make things better for children.",
    "only-use": "We use what you tell us for this. It is called the Childhood Commission.",
    team: "A few of our people will read it.",
    company: "Other people help us to run this. They must keep to our rules.",
    computers: "We keep it safe on computers.",
    together: "We add up what lots of children say. We show people only that.",
    helper: "If a grown-up helps you, they may see it.",
    postcode: "We use your postcode once. We do not keep it.",
    "two-years": "We keep it for two years.",
    checked: "Then we see if we still need it. If not, we destroy it.",
    stop: "You can stop any time you like.",
    "nothing-kept": "If you stop before the end, we keep nothing.",
    choice: "You do not have to do this. It is up to you.",
    skip: "You can leave any part out. You can pick “I don't want to say”.",
    "no-harm": "No one will mind if you do.",
    "not-known": "We will not know which answers are yours.",
    "not-returned": "Once you send them, we can't give them back.",
    unhappy: "If you are not happy with this, tell us. A grown-up can help you.",
    watchdog: "Someone checks on us too. A grown-up can help you find them.",
  },
)
