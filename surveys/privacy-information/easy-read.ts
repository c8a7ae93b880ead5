/** Gives the privacy information of both easy-read forms before question 1: each fact is one sentence with its picture. */
import { notice } from "./notice.ts"

const words = {
  subjects: "We ask about your life, your hopes and your world.",
  "no-names": "We do not ask for your name.",
  "leave-out": "Please do not write any names or places.",
  "about-you": "We also ask how old you are, and about your home.",
  "who-asks": "The Children's Commissioner speaks up for children, and is asking.",
  "the-law": "It is their job, by law, to ask children.",
  "the-use": "You can help them make things better for children.",
  "only-use": "We use it for work called the Childhood Commission.",
  team: "A few of our people will read it.",
  company: "Other people help to run this, and must keep our rules.",
  computers: "We keep it safe on computers.",
  together: "We only show what lots of children say, added up.",
  helper: "If a grown-up helps you, they may see it.",
  postcode: "We use your postcode once, and do not keep it.",
  "two-years": "We keep your answers for two years.",
  checked: "Then we destroy them, if we do not need them.",
  stop: "You can stop at any time.",
  "nothing-kept": "If you stop before the end, we keep nothing.",
  choice: "You do not have to do this.",
  skip: "You can leave out anything you like.",
  "no-harm": "Nothing bad will happen if you do.",
  "not-known": "We will not know which answers are yours.",
  "not-returned": "Once you send them, we can't give them back.",
  unhappy: "A grown-up can help you tell us you are not happy.",
  watchdog: "You can tell people who check on us.",
} as const

export const easyReadNotice6to8 = notice({ version: "easy-read 6-8 version 2", title: "Before you start" }, words)

export const easyReadNotice9to12 = notice({ version: "easy-read 9-12 version 2", title: "Before you start" }, words)
