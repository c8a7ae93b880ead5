/** Holds the ways out of a process: which file may open a connection, a store, a file or a child. */
import { describe, expect, test } from "vitest"
import { code, offences, uncommented } from "../support/sources.ts"

describe("ways out", () => {
  /** Modules that reach nothing outside the process, and may be used anywhere. */
  const harmless = [
    ...["effect", "effect/cli", "effect/observability/PrometheusMetrics", "@hpke/core", "highs", "csv-parse/sync"],
    ...["altcha-lib", "altcha-lib/algorithms/pbkdf2", "altcha-lib/algorithms/web/pbkdf2", "postcode", "uqr", "yauzl"],
    ...["kysely", "kysely/migration", "solid-js", "solid-js/web", "srvx", "write-excel-file/node"],
    ...["@trpc/server", "@trpc/server/http", "@trpc/server/rpc"],
    ...["node:async_hooks", "node:buffer", "node:crypto", "node:path", "node:stream", "node:stream/promises"],
    ...["node:string_decoder", "node:timers/promises", "node:url", "node:zlib"],
  ]
  /** Every other module that code may import as it runs, and where. */
  const ways: Readonly<Record<string, RegExp>> = {
    "node:http": /^src\/(?:(?:server|dev)\/web|staff\/staff|launcher\/metrics-server)\.ts$/,
    // The last one only tells addresses apart.
    "node:net": /^src\/(?:launcher\/door|server\/(?:door|senders\/client-address))\.ts$/,
    "node:fs":
      /^(?:db|src\/(?:analysis|commands|deployment|dev|launcher|pictures|tables))\/|^src\/voice\/recording-folder\.ts$/,
    "node:fs/promises":
      /^(?:db\/geography\/import\/source|src\/commands\/dpia|src\/(?:tables\/site\/read-site|voice\/recording-folder))\.ts$/,
    "node:sqlite": /^db\/(?:connect|lock-file|residue\/sqlite-cells)\.ts$/,
    pg: /^db\/(?:connect|lock-database)\.ts$/,
    "node:child_process":
      /^(?:db\/keys\/key-command\.ts|src\/(?:commands\/(?:forms-check\.mjs|sbom\.mjs|driven-chromium\.ts)|dev\/start\.mjs|launcher\/(?:account|child|sandbox|set-up|start|steps|this-build)\.m?[jt]s))$/,
    "node:worker_threads": /^db\/residue\/(?:scan-worker|threads)\.ts$/,
    // Asks only whether a debugger is open.
    "node:inspector": /^src\/launcher\/main\.ts$/,
    "node:module": /^src\/launcher\/web-wall\.mjs$/,
    "node:os": /^(?:db\/residue\/threads\.ts|src\/launcher\/web-wall\.mjs)$/,
    "effect/process": /^src\/commands\/run-ask\.ts$/,
    "@solidjs/start/config": /^(?:src\/dev\/web|vite\.config)\.ts$/,
    "@solidjs/start/server": /^src\/entry-server\.tsx$/,
    "solid-start:client-vite-manifest": /^src\/server\/services\.ts$/,
    "nitro/app": /^src\/server\/web\.ts$/,
    "nitro/vite": /^vite\.config\.ts$/,
    "nitro/vite/runtime": /^src\/server\/web\.ts$/,
    "srvx/node": /^src\/(?:dev|server)\/web\.ts$/,
    "@simplewebauthn/server": /^src\/staff\/identity\/passkeys\.ts$/,
    // The text of a script for browsers.
    "node_modules/@simplewebauthn/browser/dist/bundle/index.umd.min.js?raw": /^src\/staff\/assets\.ts$/,
    vite: /^(?:src\/dev\/web|vite\.config)\.ts$/,
    // The text of a new rule's test.
    "@effect/vitest": /^src\/commands\/rule-parts\.ts$/,
  }
  const product = code.filter(({ file }) => file !== "vitest.config.ts")
  const isOurs = (from: string): boolean => /^(?:src|db|policy|surveys|app\.config)/.test(from)
  const isAllowed = (from: string, file: string): boolean =>
    isOurs(from) || harmless.includes(from) || ways[from]?.test(file) === true

  test("every module that runs is on the list of its place", () => {
    expect(
      offences(product, ({ file, imports }) =>
        imports.filter(({ from, typeOnly }) => !typeOnly && !isAllowed(from, file)).map(({ from }) => from),
      ),
    ).toEqual([])
    const used = new Set(product.flatMap(({ imports }) => imports.map(({ from }) => from)))
    expect(
      [...harmless, ...Object.keys(ways)].filter((from) => !used.has(from)),
      "no longer used",
    ).toEqual([])
  })

  test("no code runs from a text, and no module comes by another door", () => {
    const doors =
      /\beval\(|\bnew Function\(|\bprocess\.(?:binding|dlopen|mainModule|getBuiltinModule)\b|\bnode:(?:vm|v8|repl|dns|tls)\b/
    expect(offences(product, ({ text }) => (doors.test(uncommented(text)) ? ["another door"] : []))).toEqual([])
  })

  test("nothing speaks to another host by what needs no import", () => {
    const speaking =
      /(?<![-.\w])fetch\b(?!-|: async)|\bglobalThis\b|\b(?:XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection)\b/
    const hidden = /\bimport\((?!"\.{1,2}\/)|\bcreateRequire\b|\bgetBuiltinModule\b|(?<![.\w])require\(/
    const ours = /^src\/(entry-client\.tsx|browser\/)/
    expect(offences(code, ({ text }) => (hidden.test(text) ? ["an import that cannot be read here"] : []))).toEqual([])
    expect(
      offences(code, ({ file, text }) => (speaking.test(uncommented(text)) && !ours.test(file) ? ["speaks"] : [])),
    ).toEqual([])
  })

  test("web never imports a driver, a file system or a child", () => {
    const web = code.filter(({ file }) => /^src\/(server|routes|pages|components)/.test(file))
    const banned = [
      "node:sqlite",
      "node:fs",
      "node:fs/promises",
      "node:child_process",
      "node:worker_threads",
      "pg",
      "kysely",
    ]
    expect(web.length).toBeGreaterThan(10)
    expect(
      offences(web, ({ imports }) =>
        imports.filter(({ from, typeOnly }) => !typeOnly && banned.includes(from)).map(({ from }) => from),
      ),
    ).toEqual([])
  })
})
