import type { Catalogue } from "@zhengyou/core"
import type { CliMessage, FileTrouble } from "./messages.ts"

const things = {
  sheets: "score sheets",
  facts: "facts",
  awards: "bonuses and deductions",
  units: "units",
  levels: "levels",
  cases: "applications",
  problems: "lines of problems",
  ballots: "ballots",
  pledges: "pledges"
}

const troubles: Readonly<Record<FileTrouble, string>> = {
  ENOENT: "there is no such file: correct the path",
  EISDIR: "it is a folder: name a file",
  ENOTDIR: "a part of the path is a file, not a folder",
  EEXIST: "it is a file: name a folder",
  EACCES: "access is denied",
  NOTFILE: "it is not a plain file",
  TOOLARGE: "it is larger than 100 MB"
}

const troubleText = (why: string): string => Object.entries(troubles).find(([code]) => code === why)?.[1] ?? why

/** The English texts of the command. */
export const cliTextEn: Catalogue<CliMessage> = {
  Usage: () => `zhengyou grades units by a written rule book, proof-reads the book before, decides promotions
after, measures satisfaction, and reviews public pledges.

  zhengyou check BOOK.json [--roster FILE] [--lang LANGUAGE]

  Tells what is unwise in a rule book, where, and with which marks and facts it shows; with a roster, also what does
  not fit its units. Ends 0 when there is no fault (notices may be told), 1 when there is one, 2 when the book or the
  roster cannot be read.

  zhengyou describe BOOK.json [--format text|markdown] [--lang LANGUAGE]

  Prints the book as the text of a regulation, for those who adopt it.

  zhengyou grade --book BOOK.json --sheets SHEETS.csv|.xlsx [options]

  --book FILE       the rule book, as JSON
  --sheets FILE     the score sheets: unit, panel, rater, criterion, score; or one column for each criterion;
                    raterUnit and group where the book asks for them
  --facts FILE      facts of the units, as .csv, .xlsx or .json
  --awards FILE     bonuses and deductions: unit, adjustment, item, points
  --roster FILE     the units: id, name, type, founded, …; without it, the units of the sheets are graded
  --as-of DATE      the day that a unit's age is counted to, such as 2012-04-01
  --lot-seed TEXT   the published text that lots are drawn from where the book decides ties by lot
  --store FILE      keeps the round in this SQLite file; the same input continues the same round
  --out DIR         writes result.json, result.csv and report.html there
  --explain UNIT    how this unit's level came to be, step by step: below the table, or alone as json or html
  --format FORMAT   what is printed: table (default), json, csv or html
  --lang LANGUAGE   zh-CN (default) or en

  zhengyou promote --rules RULES.json --levels LEVELS.csv|.xlsx --cases CASES.csv|.xlsx [options]

  --rules FILE      the rules of promotion, as JSON
  --levels FILE     levels in force: unit, level, since; a unit may have several rows
  --cases FILE      the applications: unit, target, applied; and where there are any from, assessed, decided, inForce
  --problems FILE   the ledger: problem, unit, title, opened, cause, measures, owner, due, status; and where there are
                    any kind, reopened, closedOn, verifier; needed where the rules ask for problems
  --facts FILE      facts of the units, such as a satisfaction rate
  --roster FILE     the units; without it, those of the levels
  --from DATE       the first day of the movement table; the first day of the rules' cycle where it is left out
  --as-of DATE      the day as of which all is told; the latest day of the applications where it is left out
  --out, --format, --lang as for grade

  zhengyou survey --questionnaire PLAN.json --ballots BALLOTS.csv|.xlsx [options]

  Measures satisfaction: for each unit and for all the ballots, the rate, its interval, its change, and what hangs on it.

  --questionnaire FILE  the plan of the survey, as JSON: questionnaire, formula, links
  --ballots FILE    the ballots: unit, group, question, choice, count; or a row for each ballot and a column for
                    each question, with a token where there is one
  --previous FILE   the ballots of the round before, asked alike
  --roster FILE     the units, for their names; --out, --format and --lang as above
  --faulty HOW      ballots with faults: refuse (default, nothing is measured) or leave-out (they are listed and left
                    out; for a row for each ballot only)

  zhengyou review --policy POLICY.json --pledges PLEDGES.csv|.xlsx [options]

  Reviews public pledges: what each lacks, in which words and by which principle, which units have published, and the
  list for publication.

  --policy FILE     the policy of the cycle, as JSON
  --pledges FILE    the pledges: pledge, pledgerKind, unit, content; and where there are any category, measures,
                    indicator, baseline, goal, due, owner, visibility, publishedOn, …
  --previous FILE   the pledges of the cycle before, in the same columns, compared for copies
  --calendar FILE   the holiday notices, as JSON; without it, Saturdays and Sundays are days off and no other
  --facts FILE      facts of the pledgers, where the policy has rules that ask for them
  --roster FILE     the units that have to pledge; without it, those of the pledges
  --as-of DATE      the day as of which all is told; the day by which pledges are published, or the last publication
  --out DIR         also writes notice.html and notice.csv: what everybody may see; --format, --lang as above

  --help, --version

Ends 0 when the round is graded or decided, the survey measured, the pledges reviewed, 2 when the input has faults (all are listed, nothing is
written), 1 on other trouble.`,
  UnknownCommand: ({ found, known }) => `there is no command "${found}": use ${known.join(" or ")}`,
  UnexpectedWord: ({ found }) => `"${found}" belongs to no option: remove it`,
  OptionOfOtherCommand: ({ option, command }) => `${command} takes no ${option}: see zhengyou --help`,
  UnknownOption: ({ found }) => `there is no option "${found}": see zhengyou --help`,
  OptionWithoutValue: ({ option }) => `${option} needs a value`,
  OptionTwice: ({ option }) => `${option} is given twice: keep one`,
  OptionMissing: ({ option }) => `${option} is missing`,
  OptionNotAllowed: ({ option, found, allowed }) => `${option} is "${found}", but must be ${allowed}`,
  CannotRead: ({ file, why }) => `${file}: cannot be read: ${troubleText(why)}`,
  CannotWrite: ({ file, why }) => `${file}: cannot be written: ${troubleText(why)}`,
  WrongFileType: ({ file, allowed }) => `${file}: must end in ${allowed}`,
  NotText: ({ file }) => `${file}: is not UTF-8 text: save it as UTF-8`,
  AtPath: ({ file, path, text }) => `${file}${path === "" ? "" : `, ${path}`}: ${text}`,
  AtRow: ({ file, row, text }) => `${file}, row ${row}: ${text}`,
  InColumn: ({ column, text }) => `${column}: ${text}`,
  FactNotOfType: ({ fact, type, found }) => `"${fact}" must be a ${type}, but is ${found}`,
  FactUnknown: ({ fact, known }) => `the book declares no fact "${fact}": use one of ${known}`,
  UnitUnknown: ({ unit }) => `no unit is called "${unit}": correct it, or add the unit`,
  FaultCount: ({ count }) => `${count} fault(s); nothing was written`,
  Read: ({ file, count, what }) => `${file}: ${count} ${things[what]}`,
  LeftOut: ({ file, count }) => `${file}: ballots with faults are left out as asked, ${count} fault(s):`,
  Measured: ({ units, withheld }) =>
    `${units} units measured${withheld === 0 ? "" : `, ${withheld} of them with counts too small to publish`}`,
  Reviewed: ({ pledges, returned }) => `${pledges} pledges reviewed, ${returned} of them to be returned`,
  Graded: ({ units }) => `${units} units graded`,
  Decided: ({ applications }) => `${applications} applications decided`,
  PromotionTitle: ({ rules }) => `Promotion by "${rules}"`,
  Recording: ({ done, all, step }) => `recording ${done}/${all} ${step}`,
  Stored: ({ file, stream }) => `recorded in ${file} as ${stream}`,
  AlreadyStored: ({ file, stream }) => `${file} already holds this round as ${stream}, with the same receipt`,
  StoredOtherwise: ({ file, stream }) =>
    `${file} holds ${stream} with another receipt: it was graded with other rules or inputs`,
  Written: ({ file }) => `written: ${file}`,
  Found: ({ path, severity, text }) => `${severity === "fault" ? "fault" : "notice"} at ${path}: ${text}`,
  Checked: ({ faults, notices }) =>
    faults + notices === 0
      ? "nothing found"
      : `${faults} ${faults === 1 ? "fault" : "faults"}, ${notices} ${notices === 1 ? "notice" : "notices"}`,
  RoundTitle: ({ book }) => `Grading by "${book}"`
}
