/** The report's own style sheet: quiet, for light and dark screens and for paper. */
export const REPORT_STYLE = `
:root{color-scheme:light dark;--back:#fffdf9;--text:#23211d;--soft:#5d584e;--line:#d9d2c4;--head:#f3ede1;--accent:#7a3e12}
@media (prefers-color-scheme:dark){:root{--back:#1b1a18;--text:#ece7dd;--soft:#b5ad9e;--line:#423e37;--head:#2a2825;--accent:#f0b27a}}
*{box-sizing:border-box}
body{margin:0;background:var(--back);color:var(--text);font:16px/1.5 system-ui,sans-serif}
main{max-width:72rem;margin:0 auto;padding:1.5rem 1rem 4rem}
h1{font-size:2rem;line-height:1.2;margin:0 0 .5rem}
h2{font-size:1.35rem;margin:2.5rem 0 .5rem}
p{max-width:60rem}
.lead,.none{color:var(--soft)}
a{color:var(--accent)}
a:focus-visible,.scroll:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
code{font-family:ui-monospace,monospace;font-size:.9em;overflow-wrap:anywhere}
.verdict{padding:1rem 1rem 1rem 2rem;margin:0;background:var(--head);border-left:4px solid var(--accent);border-radius:4px}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;list-style:none;padding:0}
.scroll{overflow-x:auto;margin:1rem 0}
table{border-collapse:collapse;width:100%;min-width:38rem;font-size:.9rem}
caption{text-align:left;font-weight:600;padding:.25rem 0}
th,td{text-align:left;vertical-align:top;padding:.35rem .6rem;border-bottom:1px solid var(--line);overflow-wrap:anywhere;min-width:4.5rem}
thead th{background:var(--head);position:sticky;top:0}
tbody th{font-weight:500;overflow-wrap:break-word}
.number{text-align:right;font-variant-numeric:tabular-nums}
@media print{:root{--back:#fff;--text:#000;--soft:#333;--line:#999;--head:#eee;--accent:#000}
body{font-size:10pt}main{max-width:none;padding:0}nav{display:none}.scroll{overflow:visible}table{min-width:0}thead th{position:static}tr,h2{break-inside:avoid}h2{break-after:avoid}}
`
