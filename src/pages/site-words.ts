/** The words of the pages around a survey that are read aloud. */

/** Above the ways in. */
export const landingWords = [
  "What do you want for your life and your future?",
  "Tell the Children's Commissioner. Their job is to speak up for children in England.",
  "How old are you?",
  "It is up to you. You can skip any question. You can stop at any time.",
  "We do not ask for your name. Tap your age to read what happens to your answers.",
] as const

export const finishedWords = "Your answers are sent. We will listen to what you said."
export const stoppedWords = "You stopped, and that is fine. Nothing was sent."
export const thankYou = "Thank you"

export const calmWords = [
  "Take a slow breath in. Let it out. Do it five times.",
  "Then look around you. Can you find five things that are blue?",
] as const

export const endingWords = [thankYou, finishedWords, stoppedWords, ...calmWords] as const
