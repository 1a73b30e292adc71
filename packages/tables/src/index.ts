export { type ApplicationRow, readApplications } from "./Applications.ts"
export { type AwardNames, type AwardRow, readAwards } from "./Awards.ts"
export {
  type BallotNames,
  type BallotRow,
  type QuestionNamed,
  type ReadBallots,
  readBallots,
  type VotersNamed
} from "./Ballots.ts"
export { normalizeCell, trimCell } from "./Cell.ts"
export { writeCsv } from "./Csv.ts"
export { Column, faultLimit, Measure, Subject, TableFault, type TableFaults, TableProblem } from "./errors.ts"
export { type FactNames, type FactRow, readFacts } from "./Facts.ts"
export { formatTableFault } from "./FaultText.ts"
export { type LevelRow, readLevels } from "./Levels.ts"
export { type PledgeNames, type PledgeRow, readPledges } from "./Pledges.ts"
export { type ProblemRow, readProblems } from "./Problems.ts"
export { readRoster } from "./RosterTable.ts"
export { type CriterionNamed, type PanelNamed, readSheets, type ScoreSheet, type SheetNames } from "./Sheets.ts"
export { type Cell, type CellKind, type ReadOptions, type Row, readTable, type Table, tableLimits } from "./Table.ts"
export { tablesTextEn } from "./texts/en.ts"
export { tablesTextZhCN } from "./texts/zh-CN.ts"
export { type CellValue, type SheetContent, writeXlsx } from "./Xlsx.ts"
