/** What keeps a path from being read or written that has words of its own; other codes stand for themselves. */
export type FileTrouble = "ENOENT" | "EISDIR" | "ENOTDIR" | "EEXIST" | "EACCES" | "NOTFILE" | "TOOLARGE"

/** What an input file holds. */
export type Things = "sheets" | "facts" | "awards" | "units" | "levels" | "cases" | "problems" | "ballots" | "pledges"

/** Everything that the command itself says. */
export type CliMessage =
  | { readonly _tag: "Usage" }
  | { readonly _tag: "UnknownCommand"; readonly found: string; readonly known: ReadonlyArray<string> }
  | { readonly _tag: "UnexpectedWord"; readonly found: string }
  | { readonly _tag: "OptionOfOtherCommand"; readonly option: string; readonly command: string }
  | { readonly _tag: "UnknownOption"; readonly found: string }
  | { readonly _tag: "OptionWithoutValue"; readonly option: string }
  | { readonly _tag: "OptionTwice"; readonly option: string }
  | { readonly _tag: "OptionMissing"; readonly option: string }
  | { readonly _tag: "OptionNotAllowed"; readonly option: string; readonly found: string; readonly allowed: string }
  | { readonly _tag: "CannotRead"; readonly file: string; readonly why: string }
  | { readonly _tag: "CannotWrite"; readonly file: string; readonly why: string }
  | { readonly _tag: "WrongFileType"; readonly file: string; readonly allowed: string }
  | { readonly _tag: "NotText"; readonly file: string }
  | { readonly _tag: "AtPath"; readonly file: string; readonly path: string; readonly text: string }
  | { readonly _tag: "AtRow"; readonly file: string; readonly row: number; readonly text: string }
  | { readonly _tag: "InColumn"; readonly column: "unit" | "rater" | "panel"; readonly text: string }
  | { readonly _tag: "FactNotOfType"; readonly fact: string; readonly type: string; readonly found: string }
  | { readonly _tag: "FactUnknown"; readonly fact: string; readonly known: string }
  | { readonly _tag: "UnitUnknown"; readonly unit: string }
  | { readonly _tag: "FaultCount"; readonly count: number }
  | {
      readonly _tag: "Read"
      readonly file: string
      readonly count: number
      readonly what: Things
    }
  | { readonly _tag: "LeftOut"; readonly file: string; readonly count: number }
  | { readonly _tag: "Measured"; readonly units: number; readonly withheld: number }
  | { readonly _tag: "Reviewed"; readonly pledges: number; readonly returned: number }
  | { readonly _tag: "Graded"; readonly units: number }
  | { readonly _tag: "Decided"; readonly applications: number }
  | { readonly _tag: "PromotionTitle"; readonly rules: string }
  | { readonly _tag: "Recording"; readonly done: number; readonly all: number; readonly step: string }
  | { readonly _tag: "Stored"; readonly file: string; readonly stream: string }
  | { readonly _tag: "AlreadyStored"; readonly file: string; readonly stream: string }
  | { readonly _tag: "StoredOtherwise"; readonly file: string; readonly stream: string }
  | { readonly _tag: "Written"; readonly file: string }
  | {
      readonly _tag: "Found"
      readonly path: string
      readonly severity: "fault" | "notice"
      readonly text: string
    }
  | { readonly _tag: "Checked"; readonly faults: number; readonly notices: number }
  | { readonly _tag: "RoundTitle"; readonly book: string }
