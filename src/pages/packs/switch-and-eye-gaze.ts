/** Helps a grown-up to set up the survey for a child who uses a switch, eye gaze, a keyboard or a communication aid. */
import type { Pack } from "./pack.ts"

export const switchAndEyeGaze: Pack = {
  slug: "switch-and-eye-gaze",
  title: "Switch, eye gaze and communication aids",
  lead: "How to set up the survey so that a child can answer it without your hand.",
  parts: (facts) => [
    {
      heading: "How the pages work",
      list: [
        "Every form can be finished with Tab, Space, Enter and the arrow keys alone. There is nothing to drag, swipe or hold.",
        "One question is on the screen at a time. Next is always in the same place.",
        "Nothing is timed, and nothing moves on by itself.",
        `A new page takes no press for ${facts.settles}. A press that comes twice does not answer the next question.`,
        `After ${facts.idle} without a key or a touch the page asks if anyone is there. A press on Carry on brings the question back. Without it the answers are gone a minute later. Press any key for a child who needs longer to think.`,
      ],
    },
    {
      heading: "One switch or two",
      steps: [
        "Turn on scanning: Switch Control on an iPad, Switch Access on Android, or the scanning of the child's own software. Scan by item, not by point.",
        "Set the scan slow enough for the child. The survey waits.",
        "Two switches: set one as Tab and the other as Space. In a list where one answer is chosen, an arrow key moves to the next one.",
        "Try it on the first page. Nothing is kept before the last page is sent.",
      ],
    },
    {
      heading: "Eye gaze",
      steps: [
        "Make the page larger in the browser until each answer fills a good part of the screen. It works up to four times the usual size, without scrolling sideways.",
        `Set the dwell time to more than ${facts.settles}.`,
        "Turn the tracking off while you talk with the child, so that nothing is chosen by a glance.",
      ],
    },
    {
      heading: "Communication aids and screen readers",
      list: [
        "A child may write with symbols or speech from their own device: it goes into the box like typing. Each box may stay empty.",
        "Each question and each answer has its own name for a screen reader, and the new question is read first.",
        `Easy read has one picture for each sentence. It is for ages ${facts.easyAges}.`,
      ],
    },
    {
      heading: "How to help",
      list: [
        "Read the question and every answer in the same tone. Do not leave any out, and do not start again after the one you expect.",
        `Name “I don't know” and “${facts.optOut}” as often as the others.`,
        "Wait. If you cannot tell which answer the child means, leave it empty and go on.",
        "If you have to see the screen, tell the child so before you begin.",
      ],
    },
    {
      heading: "Before the day",
      list: [
        `Try the form for the age at ${facts.origin}. If you press Stop before the last page, nothing is sent.`,
        `The page ${facts.origin}/accessibility lists what works and what does not yet.`,
      ],
    },
  ],
}
