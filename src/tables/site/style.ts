/** How a released page looks: the site's own violet, light and dark, on a phone, on a desk, in forced colours and on paper. */

/** As `tokens.css` has them; a test compares. */
const light =
  "--ink:#1f1833;--soft:#463d5e;--surface:#fff;--on-deep:#fff;--focus:#1f1833;--wash:#f7f3fb;--shape:#ece4f6;--bubble:#dccdf3;--line:#7b6f97;--deep:#3d2a72"
const dark =
  "--ink:#f8f5ff;--soft:#d3cbe6;--surface:#241d38;--on-deep:#191327;--focus:#fff;--wash:#161122;--shape:#1f182f;--bubble:#40325f;--line:#9a8dbb;--deep:#d9c8ff"

/** Each row a card of its own, where a screen has no room for its columns. */
const asCards = (table: string): string => `${table},${table} caption,${table} tr,${table} th,${table} td{display:block}
${table}{background:none}
${table} thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
${table} tbody{display:grid;gap:.75rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,18rem),1fr))}
${table} tr{padding:.75rem 1.25rem .6rem;border-radius:var(--round);background:var(--surface)}
${table} th,${table} td{padding:0;border:0}
${table} tbody th{padding:0;margin-bottom:.25rem;font-weight:800;color:var(--deep)}
${table} td{display:flex;gap:1rem;padding:.2rem 0;border-top:1px solid var(--shape)}
${table} td::before{content:attr(data-column);flex:1;text-align:left;font-weight:400}
${table} .share{min-width:2.75rem;font-size:1em}
details ${table} tr{padding-left:0;padding-right:0}`

export const style = `
:root{${light};--round:1.5rem;--font:ui-rounded,"SF Pro Rounded","Nunito","Quicksand","Varela Round","Segoe UI Variable Text","Segoe UI",Roboto,system-ui,sans-serif}
@media(prefers-color-scheme:dark){:root{${dark}}}
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;min-height:100vh;font:400 1.125rem/1.5 var(--font);color:var(--ink);background:var(--wash);background-image:radial-gradient(circle at 108% 4rem,var(--shape) 0 11rem,transparent 11.05rem),radial-gradient(circle at -6% 82%,var(--shape) 0 15rem,transparent 15.05rem);background-repeat:no-repeat;overflow-wrap:break-word}
h1,h2,h3,p,ul,dl,dd,figure{margin:0;padding:0}
h1,h2,h3{line-height:1.2;font-weight:800;text-wrap:balance}
main,.top,.foot{max-width:62rem;margin:0 auto;padding:0 1rem}
.top{display:flex;align-items:center;justify-content:space-between;padding-top:.75rem;padding-bottom:.5rem}
.mark{display:block;width:9.3rem;height:auto;padding:.5rem 0;box-sizing:content-box}
.mark .dot{fill:var(--deep)}
.back{display:inline-flex;align-items:center;min-height:3rem}
a{color:var(--deep);text-underline-offset:.2em;text-decoration-thickness:2px}
a:hover{text-decoration-thickness:4px}
:focus-visible{outline:4px solid var(--focus);outline-offset:3px;border-radius:.5rem}
.bubble{position:relative;margin:.75rem 0 2rem;padding:1.25rem 1.25rem 1.375rem;border-radius:var(--round);background:var(--bubble)}
.bubble::after{content:"";position:absolute;left:2rem;top:100%;margin-top:-1px;width:1.75rem;height:1.25rem;background:inherit;clip-path:polygon(0 0,100% 0,12% 100%)}
.bubble h1{font-size:1.75rem}
.bubble p{margin-top:.6rem}
.line{margin-top:.75rem;max-width:44rem}
.aside{color:var(--soft);font-size:1rem}
.know{display:grid;gap:1rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,18rem),1fr))}
.know>div{padding:1rem 1.25rem 1.1rem;border-radius:var(--round);border:2px solid var(--bubble);background:var(--surface)}
.know h2{font-size:1.125rem;color:var(--deep)}
.know p{margin-top:.3rem;font-size:1rem}
section{margin-top:2.75rem}
section>h2{font-size:1.5rem}
section>h2+.aside{margin-top:.4rem;max-width:44rem}
section>h3{margin-top:1.75rem;font-size:1.2rem;color:var(--deep)}
section>h3+.aside{margin-top:.2rem}
.panels{display:grid;gap:1rem;margin-top:.75rem}
.panels.many{grid-template-columns:repeat(auto-fill,minmax(min(100%,18rem),1fr))}
figure{padding:1.1rem 1.25rem .35rem;border-radius:var(--round);background:var(--surface);break-inside:avoid}
figcaption{margin-bottom:.6rem;font-weight:800;color:var(--deep)}
figcaption small{display:block;font-size:.9375rem;font-weight:400;color:var(--soft)}
.many figure{display:flex;flex-direction:column;justify-content:space-between}
.many figure:has(>.aside){justify-content:flex-start}
figure>.aside{margin-bottom:.75rem}
.bars p{font-size:1rem;line-height:1.3;overflow-wrap:anywhere}
.bars svg{display:block;margin:.1rem 0 .8rem;overflow:visible;font:400 min(1rem,4.4vw)/1 var(--font)}
.bars text{fill:var(--ink);font-variant-numeric:tabular-nums}
.bars .bar{fill:var(--deep)}
.bars .stub{stroke:var(--line)}
.bars .ground{fill:var(--surface)}
.bars .hatch,.bars .axis{stroke:var(--line)}
.bars .halo{stroke:var(--surface)}
.bars .of-all{stroke:var(--line)}
.wide{margin-top:1rem;overflow-x:auto}
table{width:100%;border-collapse:collapse;background:var(--surface);border-radius:var(--round);font-size:1rem}
caption{padding:0 0 .6rem;text-align:left;font-weight:700}
th,td{padding:.6rem .75rem;border-bottom:1px solid var(--bubble);text-align:right;vertical-align:top;font-variant-numeric:tabular-nums}
th:first-child{padding-left:1.25rem;text-align:left}
th:last-child,td:last-child{padding-right:1.25rem}
thead th:not(:first-child){min-width:6.25rem}
thead th{color:var(--deep);border-bottom:3px solid var(--bubble);vertical-align:bottom}
tbody th{font-weight:600}
tbody th,thead th:first-child{min-width:9rem;overflow-wrap:anywhere}
tbody tr:last-child>*{border-bottom:0}
.sum,.sum>*{font-weight:800}
.kept-back{color:var(--soft)}
.share{display:block;font-size:.9375rem;font-weight:400;color:var(--soft)}
.narrow .share{display:inline-block;min-width:3.25rem}
.broad{font-size:.9375rem}
.broad th,.broad td{padding-left:.3rem;padding-right:.3rem}
.broad thead th:not(:first-child){min-width:0}
.broad tbody th,.broad thead th:first-child{min-width:7.5rem;padding-left:.75rem}
.mark-note{display:inline-flex;align-items:center;justify-content:flex-end;min-width:1.5rem;min-height:3rem;margin-block:-.75rem}
:target{outline:4px solid var(--deep);outline-offset:3px}
details{margin-top:.75rem;padding:0 1.25rem;border-radius:var(--round);border:2px solid var(--line);background:var(--surface)}
details[open]{padding-bottom:1.25rem}
summary{padding:.75rem 0;min-height:3rem;font-weight:700;cursor:pointer}
.take{display:flex;flex-wrap:wrap;gap:.75rem;margin-top:1rem;list-style:none}
.button{display:inline-flex;align-items:center;gap:.5em;min-height:3.25rem;padding:.5rem 1.5rem;font-weight:700;text-decoration:none;border:3px solid var(--deep);border-radius:999px;color:var(--on-deep);background:var(--deep)}
.button.quiet{color:var(--deep);background:var(--surface)}
.button:hover{box-shadow:0 0 0 4px var(--shape),0 0 0 6px var(--deep)}
.button:focus-visible{border-radius:999px}
.button small{font-size:.875rem;font-weight:600}
dl{margin-top:.75rem}
dl>div{display:grid;grid-template-columns:10rem 1fr;gap:0 1.25rem;padding:.6rem 0;border-top:1px solid var(--bubble);font-size:1rem}
dt{font-weight:700}
dd{overflow-wrap:anywhere}
.tables{display:grid;gap:1rem;margin-top:1.5rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,24rem),1fr));list-style:none}
.tables li{padding:.5rem 1.25rem;border-radius:var(--round);border:2px solid var(--bubble);background:var(--surface)}
.tables h2,.tables h3{font-size:1.25rem}
.tables h2 a,.tables h3 a{display:inline-block;padding:.75rem 0}
.topics{margin-top:1.5rem}
.topics h2{font-size:1.125rem}
.topics ul{display:flex;flex-wrap:wrap;gap:.6rem;margin-top:.6rem;list-style:none}
.topics a{display:inline-flex;align-items:center;gap:.5em;min-height:3rem;padding:.35rem 1.1rem;font-weight:700;text-decoration:none;border:2px solid var(--line);border-radius:1.5rem;background:var(--surface)}
.topics a:hover{text-decoration:underline;border-color:var(--deep)}
.topics small{font-weight:400;color:var(--soft)}
.tables p{margin-top:.35rem}
.files a{display:inline-flex;align-items:center;min-height:3rem;margin-right:1.25rem}
.foot{padding-top:2.5rem;padding-bottom:2rem;font-size:1rem;color:var(--soft)}
@media screen and (max-width:40rem){dl>div{grid-template-columns:1fr}
${asCards(".cards")}}
@media screen and (max-width:62rem){${asCards(".broad")}}
@media(min-width:40rem){.many:has(>:nth-child(4):last-child){grid-template-columns:repeat(2,minmax(0,1fr))}.bubble{padding:1.75rem 2rem 1.875rem;border-radius:2rem}.bubble::after{left:3rem}.bubble h1{font-size:2.5rem}.panels:not(.many) figure{padding:1.5rem 2rem .75rem}}
@media(forced-colors:active){.bubble,figure,.know>div,.cards tr,.broad tr{border:2px solid CanvasText}.bubble::after{display:none}.mark .dot,.bars text,.bars .bar{fill:CanvasText}.bars .ground{fill:Canvas}.bars .halo{stroke:Canvas}.bars .hatch,.bars .axis,.bars .stub,.bars .of-all{stroke:CanvasText}}
@media print{.wide{overflow:visible}.wide table{font-size:.8125rem}.wide th,.wide td{padding:.3rem .4rem}.wide thead th:not(:first-child){min-width:0}.share{font-size:1em}
${asCards(".broad")}
body{background:none}details::details-content{content-visibility:visible;block-size:auto}h2,h3,summary,caption{break-after:avoid}.top a,.foot,[aria-labelledby=take]{display:none}.bubble,figure{border:1px solid}.bubble::after{display:none}tr{break-inside:avoid}.bars .bar,.bars .stub{print-color-adjust:exact}}
`
