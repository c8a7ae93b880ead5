/** How the report looks: calm, in the survey's own violet, on a phone, on a desk, at twice the size and on A4. */
export const style = `
:root{--ink:#1f1833;--soft:#463d5e;--deep:#3d2a72;--wash:#f7f3fb;--shape:#ece4f6;--bubble:#dccdf3;--line:#7b6f97;--hair:#d8cfe6;
--upheld:#00504a;--upheld-wash:#e6f6f0;--broken:#861736;--broken-wash:#fdecef;--decide:#663c00;--decide-wash:#fff3d3;--idle:#463d5e;--idle-wash:#f1eff5}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--wash);color:var(--ink);font:1rem/1.55 "Segoe UI Variable Text","Segoe UI",Roboto,"Helvetica Neue",Arial,system-ui,sans-serif;overflow-wrap:break-word}
main,header,footer{max-width:56rem;margin:0 auto;padding:0 clamp(1rem,4vw,2.5rem)}
header{padding-top:clamp(1.5rem,5vw,3.5rem)}
footer{padding-bottom:4rem;color:var(--soft)}
h1,h2,h3,.big{font-family:ui-rounded,"SF Pro Rounded",Nunito,Quicksand,"Varela Round","Segoe UI Variable Display","Segoe UI",Roboto,system-ui,sans-serif;line-height:1.2;color:var(--deep);text-wrap:balance}
h1{font-size:clamp(1.9rem,6vw,2.9rem);margin:.2em 0 .3em;letter-spacing:-.015em}
h2{font-size:1.65rem;margin:3.2rem 0 .6rem;padding-top:1.1rem;border-top:3px solid var(--bubble)}
h3{font-size:1.2rem;margin:0 0 .5rem}
p{margin:.6rem 0;max-width:44rem}
a{color:var(--deep);text-underline-offset:.18em}
a:focus-visible,.wide:focus-visible{outline:3px solid var(--deep);outline-offset:3px;border-radius:4px}
.over{margin:0;color:var(--soft);font-weight:600}
.lead{font-size:1.15rem}
.facts{display:flex;flex-wrap:wrap;gap:.3rem 1.6rem;margin:1rem 0 0;color:var(--soft);font-size:.95rem}
.facts div{display:flex;gap:.4rem}.facts dt{font-weight:600;flex:none}.facts dd{margin:0}
.counts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(9.5rem,100%),1fr));gap:.8rem;margin:1.6rem 0;padding:0;list-style:none}
.counts li{background:#fff;border:1px solid var(--hair);border-radius:1.1rem;padding:1rem 1.1rem .9rem}
.counts .big{display:block;font-size:2.6rem;font-weight:700;line-height:1.05}
.counts strong{display:block;margin-top:.2rem}.counts small{display:block;color:var(--soft);font-size:.9rem;line-height:1.35}
.counts .upheld .big{color:var(--upheld)}.counts .broken .big{color:var(--broken)}.counts .needs .big{color:var(--decide)}
.status{display:inline-flex;align-items:center;gap:.45em;padding:.12em .75em .16em .6em;border-radius:2em;font-weight:650;font-size:.92rem;border:1.5px solid currentColor;background:#fff}
.status.upheld{color:var(--upheld);background:var(--upheld-wash)}
.status.broken{color:var(--broken);background:var(--broken-wash);border-width:3px}
.status.needs,.status.waived{color:var(--decide);background:var(--decide-wash)}
.status.waived,.status.settled{border-style:dotted}.status.settled{color:var(--soft)}
.status.idle{color:var(--idle);background:var(--idle-wash);border-style:dashed}
.todo{margin:1rem 0;padding:0;list-style:none;counter-reset:todo}
.todo li{position:relative;padding:.65rem 0 .65rem 2.6rem;border-bottom:1px solid var(--hair);counter-increment:todo;break-inside:avoid}
.todo li::before{content:counter(todo);position:absolute;left:0;top:.68rem;width:1.8rem;height:1.8rem;border-radius:50%;background:var(--bubble);color:var(--deep);font-weight:700;font-size:.9rem;display:grid;place-items:center}
.todo span{display:block;color:var(--soft);font-size:.95rem}
nav ul{list-style:none;padding:0;margin:.6rem 0;columns:2 min(16rem,100%);column-gap:2rem}
nav li{padding:.2rem 0;break-inside:avoid}
article{background:#fff;border:1px solid var(--hair);border-radius:1.1rem;padding:1.2rem clamp(1rem,3vw,1.6rem) 1.1rem;margin:1.1rem 0;border-left:.45rem solid var(--bubble)}
article.upheld{border-left-color:var(--upheld)}article.broken{border-left:.7rem double var(--broken)}article.needs,article.waived{border-left-color:#b07a12}article.settled{border-left-color:var(--line)}article.idle{border-left-style:dashed;border-left-color:var(--line)}
article>p{margin:.5rem 0}
.id{overflow-wrap:anywhere;font-family:ui-monospace,"Cascadia Mono",Menlo,Consolas,monospace;font-size:.86rem;color:var(--soft)}
blockquote{margin:.7rem 0;padding:.1rem 0 .1rem 1rem;border-left:3px solid var(--bubble);font-size:1.04rem}
blockquote cite{display:block;font-style:normal;color:var(--soft);font-size:.92rem}
article dl{margin:.8rem 0 0;display:grid;gap:.1rem}
article dl>div{display:grid;grid-template-columns:12.5rem 1fr;gap:0 1.2rem;padding:.45rem 0;border-top:1px solid var(--shape)}
dt{font-weight:600;color:var(--soft)}dd{margin:0}
dd ul{margin:.1rem 0;padding-left:1.1rem}
.wide{overflow-x:auto;margin:1.2rem 0;position:relative}
table{border-collapse:collapse;width:100%;background:#fff;font-size:.95rem}
caption{text-align:left;font-weight:650;color:var(--deep);padding:0 0 .5rem;background:var(--wash)}
th,td{text-align:left;vertical-align:top;padding:.55rem .7rem;border-bottom:1px solid var(--hair)}
thead th{background:var(--shape);color:var(--deep);border-bottom:2px solid var(--bubble)}
tbody th{font-weight:600}
data{font-variant-numeric:tabular-nums}.keep{white-space:nowrap}
@media screen and (max-width:44rem){body{overflow-wrap:anywhere}h1,h2,h3,dt,strong,caption{hyphens:auto}.counts{grid-template-columns:repeat(auto-fit,minmax(min(9rem,100%),1fr))}.todo li{padding-left:2.3rem}
article dl>div{grid-template-columns:1fr}h2{font-size:1.45rem}
table,tbody,tr,th,td{display:block}thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}caption{display:block}
tbody tr{border:1px solid var(--hair);border-radius:.9rem;padding:.5rem .8rem;margin:0 0 .7rem;background:#fff}
table{background:none}th,td{border:0;padding:.2rem 0}td[data-column]:not(:empty)::before{content:attr(data-column) ": ";font-weight:600;color:var(--soft)}}
@media print{@page{size:A4;margin:16mm 15mm 18mm}
html{font-size:10.2pt}body{background:#fff}main,header,footer{max-width:none;padding:0}header{padding-top:0}
h1{font-size:24pt}h2{break-before:page;margin-top:0;border-top:0;padding-top:0}h2.on,h2.plain{break-before:auto;margin-top:1.6rem}
h2,h3,caption{break-after:avoid}article{break-inside:avoid;padding:.7rem .9rem .5rem;margin:.6rem 0;font-size:.95rem;line-height:1.4}article h3{font-size:1.08rem;margin-bottom:.3rem}blockquote{margin:.4rem 0}tr,blockquote,.counts li{break-inside:avoid}
article,table,.counts li,.status,thead th,.todo li::before{print-color-adjust:exact;-webkit-print-color-adjust:exact}
caption{background:none}thead{display:table-header-group}.wide{overflow:visible}.counts{grid-template-columns:repeat(3,1fr);gap:.6rem;margin:1rem 0}.counts .big{font-size:22pt}
.todo li{padding:.35rem 0 .35rem 2.3rem}.todo li::before{top:.4rem;width:1.5rem;height:1.5rem}a{color:inherit;text-decoration:none}
article dl>div{grid-template-columns:10.5rem 1fr;padding:.28rem 0}table{font-size:.9rem}th,td{padding:.35rem .5rem}}
@media(forced-colors:active){.status,article{border-color:CanvasText}}
`
