/** Every line that a page can read aloud is on the list of recordings, and a delivered set is checked against the wording of today. */
import { execFileSync } from "node:child_process"
import { chmodSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { checkDelivered } from "../../src/commands/voice/delivered.ts"
import { draftScript } from "../../src/commands/voice/draft-script.ts"
import { voiceDir } from "../../src/deployment/storage.ts"
import { impediment } from "../../src/launcher/impediment.ts"
import { surveyPage } from "../../src/pages/survey.tsx"
import { recordedIn } from "../../src/server/recorded.ts"
import { draftMark } from "../../src/voice/draft-mark.ts"
import { isMp3 } from "../../src/voice/mp3.ts"
import { openRecordings } from "../../src/voice/recording-folder.ts"
import { fileName, recordings } from "../../src/voice/texts.ts"
import { displayForm } from "../../surveys/display-form.ts"
import { forms } from "../../surveys/forms.ts"
import { journey } from "../../surveys/journey.ts"
import { recordingName } from "../../surveys/recording-name.ts"
import { ask } from "../support/ask.ts"
import { heard } from "../support/command-output.ts"
import { saidBy } from "../support/pages/html.ts"
import { newFolder } from "../support/store.ts"
import { silence } from "../support/voice/silence.ts"

const all = recordings()
const spoken = all.filter(({ kind }) => kind === "mp3")

describe("the list", () => {
  test("has each text once, under a name of its own", () => {
    expect(spoken.length).toBeGreaterThan(400)
    for (const names of [
      all.map(({ name, kind }) => `${name}.${kind}`),
      all.map(fileName),
      spoken.map(({ text }) => text),
    ])
      expect(new Set(names).size).toBe(all.length === names.length ? all.length : spoken.length)
    for (const each of all) expect(fileName(each)).toMatch(/^[a-z0-9-]+\.[0-9a-z]{11}\.mp[34]$/)
  })

  test("a digest depends on the words alone, and changes with each letter", () => {
    expect(recordingName(" My\n family ")).toBe(recordingName("My family"))
    expect(recordingName("My family")).not.toBe(recordingName("My Family"))
    expect(recordingName("My family")).toHaveLength(11)
  })

  test.each(forms.map((form) => [form.id, form] as const))(
    "has every line that a page of %s reads aloud",
    (_, form) => {
      const display = displayForm(form)
      const texts = new Set(spoken.map(({ text }) => text))
      const views = [
        { at: "start" } as const,
        ...journey(display, {}).pages.map((stop) => ({ at: "question", stop, answers: {} }) as const),
        { at: "send" } as const,
        { at: "stopped" } as const,
        { at: "stopped", away: true } as const,
      ]
      const unlisted = views.flatMap((view) => {
        const html = surveyPage({ form, display, view, mode: "live" })
        const marked = [...html.matchAll(/<(\w+)[^>]*\sdata-say[^>]*>([\s\S]*?)<\/\1>/g)].map(([, , inner = ""]) =>
          saidBy(inner).join(" "),
        )
        expect(marked.length).toBeGreaterThan(1)
        const parents =
          view.at === "start" ? saidBy(html.split('<section class="reader">')[form.privacy.parent ? 1 : 0] ?? "") : []
        return marked.filter((text) => !texts.has(text) && !parents.includes(text))
      })
      expect(unlisted).toEqual([])
    },
  )

  test("is printed as CSV with its places", async () => {
    const { out } = await heard(() =>
      ask({ mode: "rehearsal", dataDir: newFolder(), databaseUrl: undefined }, "voice", "list"),
    )
    const lines = out.join("\n").split("\n")
    expect(lines).toHaveLength(all.length + 1)
    expect(lines[0]).toBe('"file","kind","text","form","where"')
    expect(out.join("\n")).toContain(`${recordingName("My family")}.mp3","voice","My family","6-8; 9-12; 13-17`)
  })
})

/** A whole set, unless `but` leaves one out. */
const delivered = (but: readonly string[] = []): string => {
  const folder = newFolder()
  for (const each of spoken) if (!but.includes(fileName(each))) writeFileSync(join(folder, fileName(each)), silence)
  return folder
}

describe("a delivered set", () => {
  const [one, two, three] = spoken.map(fileName)

  test("that is whole has no fault, and needs no clip", () => {
    const { faults, recorded, clips, isDraft } = checkDelivered(delivered(), all)
    expect({ faults, recorded, clips, isDraft }).toEqual({
      faults: [],
      recorded: spoken.length,
      clips: 0,
      isDraft: false,
    })
  })

  test("gets each file named that is missing, surplus, empty, not MP3 or in another wording", async () => {
    const folder = delivered([one ?? ""])
    const place = (one ?? "").split(".")[0]
    writeFileSync(join(folder, two ?? ""), "")
    writeFileSync(join(folder, three ?? ""), "RIFF0000WAVE, and no MP3 at all")
    writeFileSync(join(folder, `${place}.00000000000.mp3`), silence)
    writeFileSync(join(folder, "nowhere.00000000001.mp3"), silence)
    writeFileSync(join(folder, "notes.txt"), "x")
    const { faults } = checkDelivered(folder, all)
    const beginning = (word: string) => faults.filter((fault) => fault.startsWith(word))
    expect(beginning("missing: ")).toEqual([expect.stringContaining(one ?? "")])
    expect(beginning("changed: ")).toEqual([expect.stringContaining(`record ${one}`)])
    expect(beginning("empty: ")).toEqual([`empty: ${two}`])
    expect(beginning("not MP3: ")).toEqual([`not MP3: ${three}`])
    expect(beginning("surplus: ")).toHaveLength(2)
    expect(faults).toHaveLength(6)
    const { code, out } = await heard(() =>
      ask({ mode: "rehearsal", dataDir: newFolder(), databaseUrl: undefined }, "voice", "check", folder),
    )
    expect(code).toBe(1)
    expect(out.join("\n")).toContain(`${spoken.length - 1} of ${spoken.length} texts are recorded`)
  })

  test("two frames make an MP3, one and a header do not", () => {
    expect(isMp3(silence)).toBe(true)
    expect(isMp3(silence.subarray(0, 96))).toBe(false)
    expect(isMp3(new Uint8Array([0xff, 0xfb, 0, 0, 0, 0]))).toBe(false)
    const tag = new Uint8Array([0x49, 0x44, 0x33, 4, 0, 0, 0, 0, 0, 3, 1, 2, 3])
    expect(isMp3(new Uint8Array([...tag, ...silence]))).toBe(true)
  })
})

describe("a draft", () => {
  test("is spoken by the script into the folder, and marked", () => {
    const [programs, folder] = [newFolder(), join(newFolder(), "voice")]
    writeFileSync(join(programs, "espeak-ng"), "#!/bin/sh\necho wave\n")
    writeFileSync(join(programs, "lame"), '#!/bin/sh\nfor last; do :; done\ncat > "$last"\n')
    for (const name of ["espeak-ng", "lame"]) chmodSync(join(programs, name), 0o755)
    const few = [...spoken.slice(0, 2), ...spoken.filter(({ text }) => text.includes("'")).slice(0, 1)]
    const input = draftScript(folder, few).join("\n")
    execFileSync("/bin/sh", { input, env: { PATH: `${programs}:/usr/bin:/bin` } })
    expect(readdirSync(folder).toSorted()).toEqual([...few.map(fileName), draftMark].toSorted())
  })

  test("keeps live shut, and no rehearsal", () => {
    const dataDir = newFolder()
    const storage = { dataDir, databaseUrl: undefined }
    mkdirSync(voiceDir(storage), { recursive: true })
    const start = (mode: "live" | "rehearsal") => impediment({ ...storage, mode }, "none", import.meta.filename)
    expect(start("live")).toBeUndefined()
    writeFileSync(join(voiceDir(storage), draftMark), "")
    expect(start("live")).toContain("The recordings are a draft that a machine spoke, so nothing was started.")
    expect(start("rehearsal")).toBeUndefined()
  })

  test("is not made without the programs", () => {
    const folder = join(newFolder(), "voice")
    const run = () =>
      execFileSync("/bin/sh", {
        input: draftScript(folder, spoken).join("\n"),
        env: { PATH: newFolder() },
        stdio: "pipe",
      })
    expect(run).toThrow(/espeak-ng is not installed/)
  })
})

describe("the folder as it is served", () => {
  const first = spoken[0] ?? { name: "", kind: "mp3" as const, text: "", places: [] }
  const address = `${first.name}.mp3`
  const at = async (folder: string, name: string, headers: Record<string, string> = {}) =>
    recordedIn(await openRecordings(folder, false))(new Request("http://a.example/", { headers }), name)

  test("gives a recording whole, in a range, and once while it is the same", async () => {
    const folder = delivered()
    const whole = await at(folder, address)
    expect([whole.status, whole.headers.get("content-type")]).toEqual([200, "audio/mpeg"])
    expect(whole.headers.get("accept-ranges")).toBe("bytes")
    expect(whole.headers.get("cache-control")).toBe("public, max-age=86400")
    expect(whole.headers.get("content-security-policy")).toContain("default-src 'none'")
    expect(new Uint8Array(await whole.arrayBuffer())).toEqual(silence)
    const part = await at(folder, address, { range: "bytes=2-5" })
    expect([part.status, part.headers.get("content-range")]).toEqual([206, `bytes 2-5/${silence.length}`])
    expect(new Uint8Array(await part.arrayBuffer())).toEqual(silence.slice(2, 6))
    const rest = await at(folder, address, { range: "bytes=4-" })
    expect(rest.headers.get("content-range")).toBe(`bytes 4-${silence.length - 1}/${silence.length}`)
    expect((await at(folder, address, { range: "bytes=999999-" })).status).toBe(416)
    expect((await at(folder, address, { "if-none-match": whole.headers.get("etag") ?? "" })).status).toBe(304)
  })

  test("gives nothing else: no list, no other name, no path out, no link, no file that came in another form", async () => {
    const folder = delivered()
    const outside = join(newFolder(), "secret.mp3")
    writeFileSync(outside, silence)
    symlinkSync(outside, join(folder, `link.${"a".repeat(11)}.mp3`))
    writeFileSync(join(folder, "plain.mp3"), silence)
    for (const name of [
      "",
      ".",
      "..",
      "plain.mp3",
      `${"a".repeat(11)}.mp3`,
      `../${address}`,
      `..%2f${address}`,
      fileName(first),
      outside,
    ])
      expect((await at(folder, name)).status, name).toBe(404)
  })

  test("a file that becomes a link after the start is not followed", async () => {
    const folder = delivered()
    const reader = await openRecordings(folder, false)
    rmSync(join(folder, fileName(first)))
    symlinkSync("/etc/hostname", join(folder, fileName(first)))
    expect(await reader.read(address, 0)).toBeUndefined()
  })

  test("without a folder, or with a draft in live, there is nothing", async () => {
    const folder = delivered()
    expect((await openRecordings(folder, true)).has(address)).toBe(true)
    writeFileSync(join(folder, draftMark), "")
    expect((await openRecordings(folder, true)).has(address)).toBe(false)
    expect((await openRecordings(folder, false)).has(address)).toBe(true)
    expect((await openRecordings(undefined, false)).has(address)).toBe(false)
    expect((await openRecordings(join(folder, "none"), false)).has(address)).toBe(false)
  })
})
