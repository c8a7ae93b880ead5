/** Helps staff of secure settings and hospitals to let children take part in private. */
import type { Pack } from "./pack.ts"

export const secureUnits: Pack = {
  slug: "secure-units",
  title: "Secure units and hospitals",
  lead: "For secure children's homes, young offender institutions, secure training centres and inpatient mental health settings.",
  parts: (facts) => [
    {
      heading: "What is different for these children",
      list: [
        "A child who says that they live in a secure setting is not asked for a school, a postcode or a council, so that nobody can tell which unit they are in.",
        "Please do not ask a child to choose another answer about where they live.",
        "No report names a unit.",
        "Whether a child takes part must make no difference to their regime, rewards, care or leave.",
      ],
    },
    {
      heading: "Privacy",
      list: [
        "Give the child the device and room. If staff must be there, they stand where they cannot see the screen.",
        "If a device records the screen, the keys or the pages, turn that off or use another device.",
        "Do not ask for a copy or a picture of the answers. The survey never shows them again after they are sent.",
        "Staff do not answer for a child. A child who cannot use the device can be helped to press, and is asked first.",
      ],
    },
    {
      heading: "Network",
      list: [
        `Allow one address: ${facts.origin}. The pages load nothing from any other.`,
        "The pages work on an old or slow device, and with scripts turned off.",
        "The pages set no cookie and keep nothing in the browser after the survey.",
      ],
    },
    {
      heading: "Time and place",
      list: [
        facts.dates,
        "There is no clock. A child who is called away presses Stop: nothing is sent, and they can begin again another day.",
        `Easy read is there for any child who would like it, for ages ${facts.easyAges}.`,
      ],
    },
    {
      heading: "Someone to talk to",
      lines: [
        "A child must be able to call these numbers in private. Ask for them on the unit's list of allowed numbers.",
      ],
      table: [["Who", "Number"], ...facts.helpLines.map(({ name, does, number }) => [`${name}, ${does}`, number])],
    },
    {
      heading: "If a child tells you something",
      lines: [`Follow your own safeguarding policy. See also ${facts.origin}/schools/if-a-child-tells-you.`],
    },
  ],
}
