import { raw } from "hono/html"

/** One sheet of style for all pages, on screens and on paper. */
export const style = raw(`
:root { --ink: #1d2733; --soft: #667485; --line: #e3e8ee; --paper: #fff; --ground: #f4f6f9; --accent: #b3261e;
  --excellent: #0b7a4b; --good: #2563a8; --fair: #a86a0b; --poor: #a32727; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink);
  font: 16px/1.7 "Noto Sans SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
header { display: flex; gap: .75rem; align-items: baseline; padding: 1rem max(1.25rem, calc(50vw - 30rem)); background: var(--accent); color: #fff; }
header a { color: inherit; text-decoration: none; font-size: 1.2rem; font-weight: 700; letter-spacing: .1em; }
header span { opacity: .75; }
main { max-width: 60rem; margin: 1.5rem auto; padding: 0 1.25rem; display: grid; gap: 1.25rem; }
footer { text-align: center; color: var(--soft); font-size: .85rem; padding: 1rem 0 2rem; }
.card { background: var(--paper); border: 1px solid var(--line); border-radius: 14px; padding: 1.25rem 1.5rem; box-shadow: 0 1px 2px #0000000a; }
h1 { font-size: 1.35rem; margin: 0 0 .25rem; } h2 { font-size: 1.05rem; margin: 0 0 .75rem; }
.note { color: var(--soft); margin: 0 0 1rem; }
.badge { display: inline-block; padding: .05rem .7rem; border-radius: 99px; background: #fdecea; color: var(--accent); font-size: .85rem; vertical-align: middle; }
.bar { height: 10px; border-radius: 99px; background: var(--line); overflow: hidden; }
.bar i { display: block; height: 100%; background: linear-gradient(90deg, #d2544b, var(--accent)); }
table { width: 100%; border-collapse: collapse; } th { text-align: left; color: var(--soft); font-weight: 500; font-size: .85rem; }
th, td { padding: .6rem .5rem; border-bottom: 1px solid var(--line); } tr:last-child td { border-bottom: 0; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
.level { display: inline-block; min-width: 4em; text-align: center; color: #fff; border-radius: 8px; padding: .1rem .6rem; background: var(--soft); }
.level.excellent { background: var(--excellent); } .level.good { background: var(--good); }
.level.fair { background: var(--fair); } .level.poor { background: var(--poor); }
.people { display: grid; grid-template-columns: repeat(auto-fill, minmax(9.5rem, 1fr)); gap: .6rem; }
.people a { display: flex; justify-content: space-between; padding: .5rem .8rem; border: 1px solid var(--line); border-radius: 10px; color: inherit; text-decoration: none; }
.people a:hover { border-color: var(--accent); } .people .done { background: #eef7f2; color: var(--excellent); border-color: #cfe8dc; }
input { width: 6.5rem; padding: .4rem .6rem; border: 1px solid #c9d2dc; border-radius: 8px; font: inherit; text-align: right; }
input:focus { outline: 2px solid #d2544b66; border-color: var(--accent); }
.button { display: inline-block; border: 0; border-radius: 10px; padding: .6rem 1.6rem; background: var(--accent); color: #fff; font: inherit; cursor: pointer; text-decoration: none; }
.button.quiet { background: var(--line); color: var(--ink); }
.faults { padding-left: 1.2rem; } .why { white-space: pre-wrap; font: inherit; margin: 0; }
a.reason { color: var(--soft); }
@media print { header, form, .button { display: none; } body { background: #fff; } .card { border: 0; box-shadow: none; } }
`)
