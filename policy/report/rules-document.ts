/** Writes docs/rules.md: each rule's promise, the DPIA's words, its law, and the layers that refuse a breach. */
import { rules } from "../index.ts"
import type { Layer } from "../layer.ts"

const layerNames: Readonly<Record<Layer, string>> = {
  types: "the compiler",
  schema: "the decoder",
  runtime: "a gate at run time",
  database: "the database",
  test: "a test",
  people: "people",
}

const list = (items: readonly string[]): string => new Intl.ListFormat("en-GB").format(items)

const block = ({ id, statement, source, law, enforcedBy }: (typeof rules)[number]): string =>
  `## ${id}

${statement}

- The DPIA, section ${source.section}: “${source.quote}”
- Law: ${list(law)}
- A breach is refused by ${list(enforcedBy.map((layer) => layerNames[layer]))}
- Code: [policy/rules/${id}.ts](../policy/rules/${id}.ts). Test: [tests/policy/${id}.test.ts](../tests/policy/${id}.test.ts)
`

export const rulesDocument = (): string =>
  `# The ${rules.length} rules

In the order of the DPIA. This page is written from the register, \`policy/index.ts\`, and a test holds it to it: \`npx vitest run tests/docs/rules.test.ts -u\` writes it again. [How to read a rule](read-a-rule.md). The report of a deployment (\`npm run report\`) answers two questions about each, and never one by the other: *Is it kept?* (upheld, broken or not checked) and *Does it need a decision?*

${rules.map(block).join("\n")}`
