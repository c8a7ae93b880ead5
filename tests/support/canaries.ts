/** Words that no store, log or output may ever hold in the open, and the requests that carry them to every place that takes words. */
import { randomUUID } from "node:crypto"
import type { Agent } from "node:http"
import { random } from "../../surveys/sampling/random.ts"
import { type Answer, request, submit } from "./request.ts"

export interface Canary {
  readonly postcode: string
  readonly name: string
  readonly address: string
  readonly network: string
}

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

export const canaries = (count: number, seed: number): readonly Canary[] => {
  const chance = random(seed, "canaries")
  const letter = () => letters[chance.below(26)] ?? ""
  const word = (length: number) => Array.from({ length }, letter).join("")
  const capitalised = (text: string) => text.slice(0, 1) + text.slice(1).toLowerCase()
  return Array.from({ length: count }, () => ({
    postcode: `${word(2)}${chance.below(90) + 10} ${chance.below(10)}${word(2)}`,
    name: `${capitalised(word(7))} ${capitalised(word(9))}`,
    address: `${chance.below(900) + 100} ${capitalised(word(8))} Lane`,
    network: `2001:db8:${[0, 0, 0].map(() => (4_096 + chance.below(61_440)).toString(16)).join(":")}::1`,
  }))
}

const inCommunity = { setting: "with-parents" }

/** Accepted: the postcode is matched and gone, the words are sealed. */
const accepted = ({ postcode, name, address }: Canary) => ({
  ...inCommunity,
  "home-postcode": { postcode },
  "life-change": { text: `I am ${name} of ${address}` },
  support: [{ other: name }],
})

type Send = (url: string, canary: Canary, agent: Agent) => Promise<Answer>

const call =
  (answersOf: (canary: Canary) => unknown, path?: (canary: Canary) => string): Send =>
  (url, canary, agent) => {
    const body = { form: "9-12", token: randomUUID(), answers: answersOf(canary) }
    return submit(url, body, { agent, headers: headersOf(canary), ...(path && { path: path(canary) }) })
  }

const headersOf = ({ postcode, name, network }: Canary) => ({
  "user-agent": `Tablet of ${name}`,
  referer: `http://school.example/?from=${encodeURIComponent(postcode)}`,
  "x-forwarded-for": network,
  forwarded: `for="[${network}]"`,
  cookie: `child=${encodeURIComponent(name)}`,
  "x-pupil": postcode,
})

const page: Send = (url, { postcode, name }, agent) =>
  request(url, {
    method: "POST",
    path: "/survey/9-12",
    agent,
    headers: { origin: url, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({
      go: "next",
      sealed: postcode,
      "text.home-postcode": postcode,
      "text.life-change": name,
    }).toString(),
  })

/** Every place that takes words, right and wrong. */
export const ways: Readonly<Record<string, Send>> = {
  accepted: call(accepted),
  "in a secure setting": call(({ postcode }) => ({
    setting: "young-offender-institution",
    "home-postcode": { postcode },
  })),
  "in a wrong answer": call(({ postcode, name }) => ({ age: postcode, gender: name })),
  "in a wrong key": call(({ postcode, name }) => ({ [postcode]: "yes", [name]: "yes" })),
  "in an address": call(accepted, ({ postcode }) => `/api/trpc/submit?at=${encodeURIComponent(postcode)}`),
  "in a procedure's name": call(accepted, ({ name }) => `/api/trpc/${encodeURIComponent(name)}`),
  "in a page": page,
  "in no JSON at all": (url, { postcode }, agent) => submit(url, `{"form": "${postcode}`, { agent }),
}

export const wordsOf = ({ postcode, name, address, network }: Canary): readonly string[] => [
  postcode,
  name,
  address,
  network,
]
