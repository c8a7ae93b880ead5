/** Runs the real keeper and writer together with a web process that serves pages from source, and restarts each when its code changes. */
import { watch as watchFolder } from "node:fs"
import { join, relative } from "node:path"
import { keepTokenKey } from "../../db/keys/token-key.ts"
import { logTo } from "../deployment/log.ts"
import { isFromKeeper, isFromWeb, isFromWriter, type Keys } from "../deployment/messages.ts"
import { projectRoot, releasedDir, type StorageSettings, storageToEnv } from "../deployment/storage.ts"
import { watchAncestors } from "../launcher/ancestors.ts"
import { type Child, keepRunning } from "../launcher/child.ts"
import { complaintRelay } from "../launcher/complaint-relay.ts"
import { keeperFlags, quiet, writerFlags } from "../launcher/confinement.ts"
import { type OnlyPlatform, onlyPlatform } from "../launcher/only-platform.ts"
import { relay } from "../launcher/relay.ts"
import { listeningSentence } from "../launcher/sentence.ts"

export interface Development {
  readonly storage: StorageSettings
  readonly host: string
  readonly port: number
  /** Ends when one of these processes does. */
  readonly watch: readonly number[]
}

const patience = 5_000
const drain = { kind: "drain" } as const

/** All that the writer loads when it runs from source. */
const source = ["package.json", "node_modules", "policy", "surveys", "db", "src"].map((name) => join(projectRoot, name))

/** What the writer and the keeper are made of; Vite watches the rest. */
const restartedBy = ["db", "policy", "surveys", "src/deployment", "src/keeper", "src/writer"]

/** Calls back once for each burst of changes. */
const onChange = (folders: readonly string[], changed: () => void): void => {
  let timer: NodeJS.Timeout | undefined
  for (const folder of folders)
    watchFolder(join(projectRoot, folder), { recursive: true, persistent: false }, () => {
      clearTimeout(timer)
      timer = setTimeout(changed, 200)
    })
}

/** Resolves with the exit code once everything has ended. */
export const develop = async ({ storage, host, port, watch }: Development): Promise<number> => {
  const ended = Promise.withResolvers<number>()
  const log = logTo((line) => process.stderr.write(line))
  const script = (...parts: readonly string[]) => join(projectRoot, "src", ...parts)
  let only: OnlyPlatform | undefined
  let writer: Child | undefined
  let keeper: Child | undefined
  let keys: Keys | undefined
  let url: string | undefined
  let isOpen = false
  let stopping = false

  const stop = async (code: number) => {
    if (stopping) return
    stopping = true
    for (const child of [web, writer, keeper]) await child?.drain(drain, patience)
    await only?.release()
    ended.resolve(code)
  }
  const fail = (sentence: string) => {
    if (!stopping) console.error(sentence)
    void stop(1)
  }
  const open = () => {
    if (isOpen || url === undefined || keys === undefined) return
    isOpen = true
    console.log(`The Big Ask is open for development at ${url}. Stop it with Ctrl-C.`)
    const command = `DATA_DIR=${relative(projectRoot, storage.dataDir)} npm run --silent ask --`
    console.log(`Count its answers: ${command} status`)
    console.log(`Request a table of them: ${command} table --rows form-band --by ${"1".repeat(16)}`)
  }

  const web = keepRunning({
    args: ["--disable-sigusr1", "--max-semi-space-size=64", ...quiet, script("dev", "web.ts")],
    env: {
      HOST: host,
      PORT: `${port}`,
      RELEASED: releasedDir(storage),
      NODE_ENV: "development",
      NODE_COMPILE_CACHE: join(projectRoot, "node_modules", ".vite-dev", "node"),
    },
    talks: "always",
    onStart: (send) => {
      if (keys) send(keys)
    },
    onMessage: (message) => {
      if (!isFromWeb(message)) return
      if (message.kind === "log") return log(message.entry)
      if (message.kind === "append") return groups.append(message)
      if (message.kind === "about-complaint") return complaints.ask(message)
      if (message.kind === "failed-to-listen") return fail(listeningSentence(message.code, host, port))
      web.isReady()
      url = message.url
      open()
    },
    onEnd: (failedStarts) => {
      groups.webEnded()
      complaints.webEnded()
      if (failedStarts >= 3) fail("The pages cannot be served, for the reason above.")
    },
  })
  const groups = relay((message) => writer?.send(message) ?? false, web.send)
  const complaints = complaintRelay((message) => writer?.send(message) ?? false, web.send)
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, () => void stop(0))
  watchAncestors(watch, () => void stop(0))

  // Only now: the site takes longest to load, and it does so meanwhile.
  const platform = await onlyPlatform(storage, { mayWrite: () => undefined, taken: console.error })
  if (typeof platform === "string") {
    console.error(platform)
    await web.drain(drain, 0)
    return 1
  }
  only = platform
  // Imported only now: it loads most of the code, and the site loads meanwhile.
  const { seed } = await import("./seed.ts")
  const refusal = await seed(storage)
  if (refusal !== undefined) fail(refusal)
  keepTokenKey(storage.dataDir)

  keeper = keepRunning({
    args: [...keeperFlags, script("keeper", "keeper.ts")],
    env: storageToEnv(storage),
    talks: "always",
    onMessage: (message) => {
      if (!isFromKeeper(message)) return
      if (message.kind === "log") return log(message.entry)
      if (message.kind === "cannot-start") return fail(message.sentence)
      keeper?.isReady()
      keys = message
      web.send(keys)
      open()
    },
    onEnd: () => undefined,
  })
  writer = keepRunning({
    args: [...writerFlags(storage, source), script("writer", "writer.ts")],
    env: storageToEnv(storage),
    talks: "always",
    onMessage: (message) => {
      if (!isFromWriter(message)) return
      if (message.kind === "log") return log(message.entry)
      if (message.kind === "cannot-start") return fail(message.sentence)
      if (message.kind === "appended") return groups.appended(message)
      if (message.kind === "closing") return void web.send(message)
      if (message.kind === "beat") return void web.send({ kind: "readiness", ready: message.failure === undefined })
      writer?.isReady()
      groups.writerIsUp(true)
      complaints.writerIsUp(true)
    },
    onEnd: () => {
      groups.writerIsUp(false)
      complaints.writerIsUp(false)
    },
  })
  onChange(restartedBy, () => {
    if (stopping) return
    writer?.restart()
    keeper?.restart()
  })
  return ended.promise
}
