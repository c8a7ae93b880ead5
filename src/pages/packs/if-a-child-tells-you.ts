/** Tells a grown-up what to do when a child discloses harm around the survey, and that no answer of the survey can be acted on. */
import type { Pack } from "./pack.ts"

export const ifAChildTellsYou: Pack = {
  slug: "if-a-child-tells-you",
  title: "If a child tells you something",
  lead: "What to do if a child tells you that they are being hurt, or are not safe.",
  parts: (facts) => [
    {
      heading: "Is the child in danger now?",
      lines: [`Call ${facts.danger}. Stay with the child.`],
    },
    {
      heading: "Listen",
      steps: [
        "Stay calm, and let the child tell it in their own words and time.",
        "Say that they did the right thing to tell you, and that it is not their fault.",
        "Do not promise to keep it secret. Say whom you will tell, and why.",
        "Do not press for more, and do not ask questions that suggest an answer.",
        "Do not ask to see the survey, and do not look for their answers.",
      ],
    },
    {
      heading: "Act, on the same day",
      steps: [
        "Write down the child's own words, with the date and time. Sign it.",
        "Tell your designated safeguarding lead at once. If you cannot reach them, tell the person your policy names next.",
        "If nobody can be reached and the child is at risk, call the children's services of your council yourself.",
        "Do not look into it yourself, and do not speak to the person who may have hurt the child.",
        "Ask the child later how they are. Look after yourself too.",
      ],
    },
    {
      heading: "What the survey cannot do",
      list: [
        "Nobody at the survey knows who wrote an answer. Nobody can reply, or send help because of it.",
        "So what a child tells you is the only way in which you can know. Do not count on the survey to pass it on.",
        "The page says this to the child before each box to write in.",
      ],
    },
    {
      heading: "Who can help",
      table: [["Who", "Number"], ...facts.helpLines.map(({ name, does, number }) => [`${name}, ${does}`, number])],
    },
    {
      heading: "Which rules come first",
      lines: [
        "Your own child protection policy comes first. This page follows the duties that “Keeping children safe in education” (Department for Education, part one) gives to all staff in schools and colleges.",
      ],
    },
  ],
}
