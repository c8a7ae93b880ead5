/** Every word the survey's own furniture says; plain enough for the youngest band. */

export const words = {
  start: "Start",
  next: "Next",
  back: "Back",
  stop: "Stop",
  send: "Send my answers",
  search: "Search",
  readAloud: "Read to me",
  stepOf: (step: number, steps: number) => `${step} of ${steps}`,
  forParent: "For the grown-up",
  forChild: "For the child",
  otherHomes: "Another kind of home",
  writeHere: "Write here",
  ownWords: "In your own words, without names or places",
  searchSchool: "Type a few letters of its name",
  searchCouncil: "Type a few letters of its name",
  chosenBefore: "The one you chose before",
  found: "Is it one of these?",
  upTo: (upTo: number) => `You can choose up to ${upTo}.`,
  chosenOf: (chosen: number, upTo: number) => `You chose ${chosen} of ${upTo}.`,
  tooManyBy: (over: number) => `That is ${over} too many.`,
  roomFor: (letters: number) => `There is room for ${letters} letters.`,
  roomLeft: (letters: number) => `There is room for ${letters} more letters.`,
  tooLongBy: (letters: number) => `That is ${letters} letters too long.`,
  talk: "Do you need to talk? Tap Help.",
  writeAgain: "We have your postcode. We do not show it here. You can write a new one.",
  youStopped: "You stopped, and that is fine",
  areYouThere: "Are you still there?",
  nothingSent: "Nothing was sent.",
  forAMinute: "You can go on for one minute. Then your answers are gone.",
  carryOn: "Carry on",
  clear: "Clear now",
  atTheEnd: "You are at the end",
  sendNow: "You can send your answers now.",
  orGoBack: "You can go back and change them.",
  orStop: "You can stop. Then nothing is sent.",
  sending: "Sending your answers",
  pleaseWait: "Please wait a moment.",
  changeThis: "Please look again",
} as const

/** Where there are recordings. */
export const listenWords = { listen: "Listen", signLanguage: "Sign language (BSL)" } as const

/** Around the survey, where no script draws: apart, so that the script need not carry them. */
export const shellWords = {
  rehearsal: "This is just for practice.",
  hide: "Hide",
  hideThisPage: "this page",
  privacyLink: "About your answers",
  newTab: "opens a new tab",
  manySending: "Many children are sending. Your answers are still here. Please try again in a minute.",
} as const

export const noteWords = {
  tooMany: (upTo: number) => `You chose too many. Please keep up to ${upTo}.`,
  tooLong: (upTo: number) => `That is too long. There is room for ${upTo} letters.`,
  notTaken: "We could not take this answer. Please choose or write again.",
  lookAgain: "Is that your whole postcode? Look again, or go on.",
  nameOrPlace: "Is there a name or a place in it? You can rub it out, or go on.",
  nothingFound: "We found nothing. Try other letters, or choose an answer below.",
  searchFailed: "The search did not work. Please try again, or choose an answer below.",
  tryAgain: "That did not work. Your answers are still here. Please try again.",
  closed: "The Big Ask has closed. Your answers were not sent. Thank you for your time.",
} as const

/** Notes that name an option of the question, in its own words. */
export const noteWordsNaming = {
  notTogether: (alone: string) => `You chose “${alone}” and more. Please keep one or the other.`,
  ownWordsWithoutOther: (own: string) => `You wrote your own words. Choose “${own}” too, or rub them out.`,
} as const
