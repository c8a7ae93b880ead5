/** The report as one page that needs nothing else: no script, no other file, no other host; the same numbers as its twin. */
import { actionSection, changeSection, commitmentSection, riskSection } from "./annex-tables.ts"
import { attestationSection } from "./attestation-section.ts"
import { boardStyle } from "./board-style.ts"
import { custodySections } from "./custody-section.ts"
import { flowSection, processingSection, reviewSection, rightSection, standardSection } from "./duty-section.ts"
import { evidenceSection } from "./evidence-section.ts"
import { findingBlocks } from "./finding-block.ts"
import { firstPage } from "./first-page.ts"
import { lawSection } from "./law-section.ts"
import { html, type Markup, number } from "./markup.ts"
import type { Report } from "./report.ts"
import { ruleBlocks } from "./rule-block.ts"
import { secondPage } from "./second-page.ts"
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
  ["evidence", "What the evidence is worth"],
  ["actions", "Every action"],
  ["changes", "Every change since the last report"],
  ["risks", "Risks"],
  ["rules", "The rules at a glance"],
  ["each-rule", "Each rule and its evidence"],
  ["promises", "Every promise of the DPIA"],
  ["held", "Data held"],
  ["retention", "Retention and extracts"],
  ["access", "Access, by purpose"],
  ["certificates", "Certificates"],
  ["releases", "Released tables"],
  ["complaints", "Complaints"],
  ["findings", "Findings about the DPIA"],
  ["signed", "Sign-offs and waivers"],
  ["attested", "What people attest"],
  ["basis", "Lawful basis"],
  ["law", "The law"],
  ["flow", "How data flow"],
  ["processing", "Record of processing"],
  ["standards", "The Children’s Code"],
  ["rights", "Rights"],
  ["review", "Review of the DPIA"],
  ["assets", "Information assets"],
  ["numbers", "Numbers that promises turn on"],
  ["tampering", "What this report notices"],
  ["limits", "What this report cannot tell"],
] as const

const head = ({ edition, controller, mode, madeOn, dpiaVersion, build }: Report): Markup => html`<header>
<p class="over">${controller}</p>
<h1>The Big Ask: how the DPIA is kept</h1>
<p class="lead">${edition === "public" ? "A report to the public: details of the operation are left out." : "A report to the board and the Data Protection Officer."}</p>
<dl class="facts">
<div><dt>Made on</dt><dd>${madeOn}</dd></div>
<div><dt>Of</dt><dd>the ${mode}</dd></div>
<div><dt>DPIA</dt><dd>version ${dpiaVersion}</dd></div>
<div><dt>Code</dt><dd>digest ${build.digest} of ${number("build.files", build.files)} files; commit ${build.commit}${!build.clean && ", with changes that no commit holds"}</dd></div>
<div><dt>Packages</dt><dd>lockfile ${build.lockfile}</dd></div>
</dl>
</header>`

/** Sections that the public edition leaves out whole. */
const internal: readonly string[] = ["access", "complaints", "tampering"]

const contents = ({
  edition,
}: Report): Markup => html`<nav aria-labelledby="contents"><h2 id="contents" class="plain">Contents</h2>
<ul>${parts.filter(([id]) => edition === "full" || !internal.includes(id)).map(([id, words]) => html`<li><a href="#${id}">${words}</a></li>`)}</ul></nav>`

const limits = ({ summary }: Report): Markup => html`<section aria-labelledby="limits">
<h2 id="limits">What this report cannot tell</h2>
<p>It speaks of the code and the stores that were there when it was made, and of nothing since. It cannot show that a person kept a promise, only that it was recorded: training, clearance, deletion by the processor and the legal view itself rest on people.</p>
<p>It knows of the complaints that came by the form on the site, and says on its first page when one of them was not acknowledged in time. It knows nothing of those that come by letter, telephone or email.</p>
<p>Test results count only where every source, test, built file and package that runs is, byte for byte, what the tests ran on, and where a key that is known here signed them. This shows a file that was changed, added or removed since, and results that somebody invented or edited without the key. It does not show what a person did who can read the key or change this program: they can forge results, and this report.</p>
<p>It compares itself with the last report that the ledger names, where that is in the same folder and unchanged. A signature shows that nobody edited it since, and not that it was true: a person who holds the key can sign anything.</p>
<p>The ledger shows what was changed in it, and since the last report what was cut from it. It cannot show that everything was recorded.</p>
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
${secondPage(report)}
${contents(report)}
${evidenceSection(report)}
${actionSection(report)}
${changeSection(report)}
${riskSection(report)}
${ruleBlocks(report)}
${commitmentSection(report)}
${storeSection(report)}
${custodySections(report)}
${findingBlocks(report)}
${signOffSection(report)}
${attestationSection(report)}
${basisSection(report)}
${lawSection(report)}
${flowSection(report)}
${processingSection(report)}
${standardSection(report)}
${rightSection(report)}
${reviewSection(report)}
${assetSection(report)}
${parameterSection(report)}
${report.edition === "full" && tamperSection(report)}
${mutationSection(report)}
${limits(report)}
</main>
<footer><p>Made on ${report.madeOn} from files with the digest ${report.build.digest}.</p></footer>
</body></html>
`.text.replace("STYLE", () => style + boardStyle)
