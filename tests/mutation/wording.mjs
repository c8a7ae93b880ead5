/** Exempts wording that only a person reads from mutation: no test should pin it. */
import { declareValuePlugin, PluginKind } from "@stryker-mutator/api/plugin"

/** Properties that hold words for a reader, or a citation. */
const wordingProperties = new Set([
  "because",
  "law",
  "message",
  "quote",
  "remedy",
  "source",
  "statement",
  "title",
  "what",
  "why",
])

/** Calls whose words go into a verdict or a refusal, and calls that name a service or an error. */
const wordingCalls = new Set([
  "upheld",
  "broken",
  "notChecked",
  "awaits",
  "noneOf",
  "refused",
  "Service",
  "TaggedError",
])

const nameOf = (node) => node?.name ?? node?.property?.name

/** `Schema.TaggedError<X>()("X", …)` calls the result of a call. */
const calleeOf = ({ callee }) =>
  nameOf(callee) ?? (callee.type === "CallExpression" ? nameOf(callee.callee) : undefined)

const wordsOf = (node) => {
  if (node.type === "StringLiteral") return node.value
  return node.type === "TemplateLiteral" ? node.quasis.map(({ value }) => value.raw).join("…") : undefined
}

const isValue = ({ type }) => type === "ArrayExpression" || type === "ObjectExpression" || type.endsWith("Literal")

/** A text with two spaces is a sentence: no key, tag, code or name has them. */
const isSentence = (node) => (wordsOf(node)?.match(/\S\s+(?=\S)/g)?.length ?? 0) >= 2

/** The words of a page decide nothing, but the values between them do: those are mutated. */
const isMarkup = (parent) => parent?.type === "TaggedTemplateExpression"

const isWording = ({ node, parent }) => {
  if (isSentence(node) && !isMarkup(parent)) return true
  if (node.type === "ArrowFunctionExpression") return isSentence(node.body)
  if (parent?.type === "ObjectProperty" && parent.value === node)
    return isValue(node) && wordingProperties.has(parent.key.name ?? parent.key.value)
  if (parent?.type === "ClassMethod") return nameOf(parent.key) === "message"
  return parent?.type === "CallExpression" && wordsOf(node) !== undefined && wordingCalls.has(calleeOf(parent))
}

const wordsOnly = { shouldIgnore: (path) => (isWording(path) ? "words for a reader" : undefined) }

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, "wording", wordsOnly)]
