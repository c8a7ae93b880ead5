/** The software bill of materials is CycloneDX and names what runs the platform, with a digest, and nothing of the tests. */
import { spawnSync } from "node:child_process"
import { join } from "node:path"
import { expect, test } from "vitest"
import { ourNode, root } from "../../src/launcher/set-up.mjs"
import { locked } from "../support/supply-chain/lockfile.ts"

interface Component {
  readonly "bom-ref": string
  readonly type: string
  readonly name: string
  readonly version: string
  readonly purl: string
  readonly hashes: readonly { readonly alg: string; readonly content: string }[]
}

interface Bom {
  readonly bomFormat: string
  readonly specVersion: string
  readonly serialNumber: string
  readonly metadata: { readonly component: { readonly name: string; readonly "bom-ref": string } }
  readonly components: readonly Component[]
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[]
}

const bom = (): Bom => {
  const { status, stdout, stderr } = spawnSync(ourNode(), [join(root, "src", "commands", "sbom.mjs")], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  })
  expect(stderr).toBe("")
  expect(status).toBe(0)
  return JSON.parse(stdout)
}

test("the list has CycloneDX's form, every package that runs, its digest, and whole references", {
  timeout: 60_000,
}, () => {
  const { bomFormat, specVersion, serialNumber, metadata, components, dependencies } = bom()
  expect({ bomFormat, specVersion }).toEqual({ bomFormat: "CycloneDX", specVersion: "1.5" })
  expect(serialNumber).toMatch(/^urn:uuid:[0-9a-f-]{36}$/)
  expect(metadata.component.name).toBe("big-ask")

  const running = new Set(locked.filter(({ isDev }) => !isDev).map(({ name, version }) => `${name}@${version}`))
  const listed = components.map(({ name, version }) => `${name}@${version}`)
  expect(listed.toSorted()).toEqual([...running].toSorted())
  for (const { type, purl, hashes, name } of components) {
    expect(type).toBe("library")
    expect(purl, name).toMatch(/^pkg:npm\/\S+@\S+$/)
    expect(hashes.map(({ alg }) => alg)).toEqual(["SHA-512"])
    expect(hashes[0]?.content).toMatch(/^[0-9a-f]{128}$/)
  }

  const refs = new Set([metadata.component["bom-ref"], ...components.map((each) => each["bom-ref"])])
  expect(refs.size).toBe(components.length + 1)
  const dangling = dependencies.flatMap(({ ref, dependsOn }) => [ref, ...dependsOn]).filter((ref) => !refs.has(ref))
  expect(dangling).toEqual([])
})
