/** Everything a child, parent or carer may want to know of what becomes of the answers. */
import { For, Show } from "solid-js"
import type { Form } from "../../policy/data/form.ts"
import { publicTask } from "../../policy/data/lawful-basis.ts"
import type { Mode } from "../../policy/data/mode.ts"
import { type Contacts, contactName } from "../../policy/deployment/contacts.ts"
import { inWords } from "../../policy/in-words.ts"
import { parameters } from "../../policy/parameters.ts"
import { BandNotices } from "./band-notices.tsx"
import { ContactDetails, Ways } from "./contact-details.tsx"
import { QuestionList } from "./question-list.tsx"
import { Rights } from "./rights.tsx"
import { sitePage } from "./site-page.tsx"

interface PrivacyPage {
  readonly forms: readonly Form[]
  readonly mode: Mode
  /** As recorded; live does not open without them. */
  readonly contacts: Contacts
  /** What the licences of the places ask to be shown, or that the places are made up. */
  readonly places: readonly string[]
}

const kept = [
  "The answers, with the form they belong to and the day they came. Not the time.",
  "In place of a home postcode: the local authority, the region, and how well off the area is. The postcode is matched while the answers arrive and is written nowhere.",
  `For ${inWords(parameters.tokenLife)}, a scrambled number that stops the same answers from being counted twice. It says nothing about who sent them.`,
  "Nothing about the device: we keep no internet address, no cookie and no name of the browser. Nothing stays in the browser.",
]

export const privacyPage = ({ forms, mode, contacts, places }: PrivacyPage): string => {
  const controller = contactName("controller", contacts)
  return sitePage({
    title: "About your answers",
    mode,
    content: () => (
      <>
        <div class="bubble">
          <h1>About your answers</h1>
          <p>How we look after what you tell us.</p>
        </div>
        <h2>In words for you</h2>
        <p class="line">Tap your age. The page for ages 4 to 5 also speaks to parents and carers.</p>
        <BandNotices forms={forms} />

        <h2>Your rights</h2>
        <p class="line">
          The answers do not carry a name or a number that leads to you. That protects you. It also means that nobody
          can find yours again once they are sent.
        </p>
        <Rights />

        <h2>How to reach us</h2>
        <ContactDetails contacts={contacts} />

        <h2>How to complain</h2>
        <p class="line">
          Anyone may complain: a child, a parent or carer, or someone who helps. You need not say who you are or which
          answers are yours, and we will not try to find out. You can also write to the Data Protection Officer of the{" "}
          {controller}.
        </p>
        <p class="line">
          <a class="button" href="/complaint">
            Make a complaint
          </a>
        </p>
        <p class="line">
          The page gives you a reference. With it you can read that we have your complaint, and our reply. What you
          write there is sealed: only the people who look after complaints can open it. It is kept for{" "}
          {inWords(parameters.complaintRetention)}.
        </p>
        <p class="line">
          We confirm that we have your complaint within {inWords(parameters.complaintAcknowledged)}. We look into it
          without undue delay, keep you informed, and tell you what came of it (Data Protection Act 2018, section 164A).
        </p>
        <p class="line">
          You may also complain to the {contactName("regulator", contacts)}, at any time.
          <Show when={contacts.regulator}>{(regulator) => <Ways contact={regulator()} />}</Show>
        </p>

        <h2>What is kept</h2>
        <ul class="asked">
          <For each={kept}>{(line) => <li>{line}</li>}</For>
        </ul>
        <p class="line">
          The answers are kept for {inWords(parameters.retention)}. Then we check whether we still need them; if not,
          they are destroyed. A review may take {inWords(parameters.reviewPeriod)}; nobody reads the answers after that
          until it is decided. Tables that add up many answers are kept.
        </p>

        <h2>The law</h2>
        <p class="line">
          The {controller} is the controller. The lawful basis is {publicTask.provision} ({publicTask.version}): a task
          that the Children Act 2004 gives to the Commissioner. It is not consent.
        </p>

        <h2>Where our lists of places come from</h2>
        <For each={places}>{(line) => <p class="line">{line}</p>}</For>

        <h2>Every question, and why it is asked</h2>
        <For each={forms}>{(form) => <QuestionList form={form} />}</For>
      </>
    ),
  })
}
