/** The report as one page that needs nothing else: no script, no other file, no other host; the same numbers as its twin. */
import { attestationSection } from "./attestation-section.ts"
import { findingBlocks } from "./finding-block.ts"
import { firstPage } from "./first-page.ts"
import { lawSection } from "./law-section.ts"
import { html, type Markup, number } from "./markup.ts"
import type { Report } from "./report.ts"
import { ruleBlocks } from "./rule-block.ts"
import { style } from "./style.ts"
import {
  assetSection,
  basisSection,
  mutationSection,
  parameterSection,
  signOffSection,
  storeSection,
} from "./tables.ts"
import { tamperSection } from "./tamper-section.ts"

const parts = [
  ["rules", "The rules at a glance"],
  ["each-rule", "Each rule and its evidence"],
  ["held", "Data held"],
  ["findings", "Findings about the DPIA"],
  ["signed", "Sign-offs and waivers"],
  ["attested", "What people attest"],
  ["basis", "Lawful basis"],
  ["law", "The law"],
  ["assets", "Information assets"],
  ["numbers", "Numbers that promises turn on"],
  ["tampering", "What this report notices"],
  ["limits", "What this report cannot tell"],
] as const

const head = ({ controller, mode, madeOn, dpiaVersion, build }: Report): Markup => html`<header>
<p class="over">${controller}</p>
<h1>The Big Ask: how the DPIA is kept</h1>
<p class="lead">A report to the Data Protection Officer.</p>
<dl class="facts">
<div><dt>Made on</dt><dd>${madeOn}</dd></div>
<div><dt>Of</dt><dd>the ${mode}</dd></div>
<div><dt>DPIA</dt><dd>version ${dpiaVersion}</dd></div>
<div><dt>Code</dt><dd>digest ${build.digest} of ${number("build.files", build.files)} files; commit ${build.commit}${!build.clean && ", with changes that no commit holds"}</dd></div>
<div><dt>Packages</dt><dd>lockfile ${build.lockfile}</dd></div>
</dl>
</header>`

const contents = html`<nav aria-labelledby="contents"><h2 id="contents" class="plain">Contents</h2>
<ul>${parts.map(([id, words]) => html`<li><a href="#${id}">${words}</a></li>`)}</ul></nav>`

const limits = ({ summary }: Report): Markup => html`<section aria-labelledby="limits">
<h2 id="limits">What this report cannot tell</h2>
<p>It speaks of the code and the stores that were there when it was made, and of nothing since. It cannot show that a person kept a promise, only that it was recorded: training, clearance, deletion by the processor and the legal view itself rest on people.</p>
<p>It knows of the complaints that came by the form on the site, and says on its first page when one of them was not acknowledged in time. It knows nothing of those that come by letter, telephone or email.</p>
<p>Test results count only where every source, test, built file and package that runs is, byte for byte, what the tests ran on, and where a key that is known here signed them. This shows a file that was changed, added or removed since, and results that somebody invented or edited without the key. It does not show what a person did who can read the key or change this program: they can forge results, and this report.</p>
<p>It is not signed, and it does not compare itself with the report before it.</p>
<p>The same report exists as JSON, with the same numbers; both come from one value, and a test compares them. This page shows all ${number("summary.rules", summary.rules)} rules.</p>
</section>`

export const reportHtml = (report: Report): string =>
  html`<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="robots" content="noindex"><title>The Big Ask: how the DPIA is kept, ${report.madeOn}</title>
<style>STYLE</style></head>
<body>
${head(report)}
<main>
${firstPage(report)}
${contents}
${ruleBlocks(report)}
${storeSection(report)}
${findingBlocks(report)}
${signOffSection(report)}
${attestationSection(report)}
${basisSection(report)}
${lawSection(report)}
${assetSection(report)}
${parameterSection(report)}
${tamperSection(report)}
${mutationSection(report)}
${limits(report)}
</main>
<footer><p>Made on ${report.madeOn} from files with the digest ${report.build.digest}.</p></footer>
</body></html>
`.text.replace("STYLE", () => style)
