/** How the two pages for a board and the figure look, on a screen and on A4. */
export const boardStyle = `
.answer{background:var(--bubble);border-radius:1.1rem;padding:.8rem 1.2rem;max-width:none;margin:.6rem 0 .9rem}
.small{font-size:.88rem;max-width:none}
.pair{display:grid;gap:.4rem 1.6rem;grid-template-columns:minmax(0,1fr);align-items:start}
.aside .counts,.pair>div>.counts{margin:.6rem 0}
ul.found{list-style:none;margin:.4rem 0;padding:0}ul.found li{padding:.3rem 0;border-bottom:1px solid var(--hair);break-inside:avoid}
td .status,.second .status{white-space:nowrap}.second h3,section>h3{margin-top:1.2rem}
h4{margin:0 0 .2rem;font-size:1rem;color:var(--deep)}
.glance table{font-size:.86rem}.glance th,.glance td{padding:.28rem .4rem}.glance .status{padding:0;border:0;background:none;font-size:inherit;white-space:nowrap}.waits{color:var(--decide);font-weight:650;white-space:nowrap}.glance td{white-space:nowrap}.glance tbody th{font-weight:400;width:99%}
section[aria-labelledby=short] caption,.glance caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}.glance .wide{margin:.3rem 0}
.signs{display:grid;gap:1rem 2rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,13rem),1fr));margin:.5rem 0 1rem}.signs>div{break-inside:avoid}
.sign-line{display:block;border-bottom:1px solid var(--ink);min-height:2.2rem;padding-top:1rem;font-size:.82rem;color:var(--soft)}
.strengths{display:grid;gap:.1rem 1.2rem;margin:.6rem 0}.strengths div{display:grid;grid-template-columns:7rem 1fr;gap:.6rem}
figure{margin:1.2rem 0}figure svg{display:block;min-width:34rem;width:100%;height:auto;color:var(--ink)}figure text{font:13px "Segoe UI",Roboto,Arial,sans-serif;fill:currentColor}
figure .place{font-weight:700}.box{fill:#fff;stroke:var(--deep);stroke-width:1.5}.flow{stroke:var(--deep);stroke-width:2}.arrow-head{fill:var(--deep)}.step{fill:var(--bubble);stroke:var(--deep)}
.steps{padding-left:1.4rem}.steps li{padding:.25rem 0 .25rem .3rem;break-inside:avoid}
@media(min-width:56rem){.pair{grid-template-columns:minmax(0,2.2fr) minmax(0,1fr)}.pair.even{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}.pair.uneven{grid-template-columns:minmax(0,1fr) minmax(0,1.7fr)}}
@media print{.pair{grid-template-columns:minmax(0,2.4fr) minmax(0,1fr)}.pair.even{grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:0 1.2rem}.pair.uneven{grid-template-columns:minmax(0,1fr) minmax(0,2fr)}.second .status{white-space:nowrap}
header h1{font-size:19pt;margin:.1em 0}header .lead,.facts{font-size:.86rem;margin:.1rem 0}header .lead{margin:0}
section[aria-labelledby=short],section.second{font-size:.84rem;line-height:1.32}section[aria-labelledby=short] .lead{font-size:1.02rem;padding:.45rem .8rem;margin:.3rem 0}
section[aria-labelledby=short] p,section.second p{margin:.25rem 0}section[aria-labelledby=short] h3,section.second h3{margin:.45rem 0 .15rem;font-size:1.02rem}
section[aria-labelledby=short] h2{margin:.2rem 0;font-size:1.2rem}section.second h2{font-size:1.2rem;margin:0 0 .2rem}
section[aria-labelledby=short] .counts{margin:.2rem 0;gap:.4rem}section[aria-labelledby=short] .counts li{padding:.3rem .6rem;border-radius:.7rem}section[aria-labelledby=short] .counts .big{font-size:15pt}
section[aria-labelledby=short] .aside .counts{grid-template-columns:1fr}
section[aria-labelledby=short] table,section.second table{font-size:.94rem}section[aria-labelledby=short] .wide,section.second .wide{margin:.2rem 0}
section[aria-labelledby=short] tbody th{white-space:nowrap;font-weight:600}.facts{gap:.1rem 1.2rem}section[aria-labelledby=short] td,section[aria-labelledby=short] th,section.second td,section.second th{padding:.18rem .35rem}
section.second .glance table{font-size:.82rem;line-height:1.22}section.second .glance td,section.second .glance th{padding:.1rem .25rem}.signs{grid-template-columns:repeat(3,1fr);gap:.4rem 1.2rem;margin:.2rem 0}.sign-line{min-height:1.7rem;padding-top:.55rem}
ul.found li{padding:.12rem 0}.small{font-size:.92em}figure svg{min-width:0}nav{break-before:page}}
@media screen and (max-width:44rem){td .status,.second .status,.glance .status,.glance td,.waits{white-space:normal}}
@media(forced-colors:active){.answer{border:2px solid CanvasText}.box{fill:Canvas;stroke:CanvasText}.flow{stroke:CanvasText}.arrow-head{fill:CanvasText}.step{fill:Canvas;stroke:CanvasText}}
`
