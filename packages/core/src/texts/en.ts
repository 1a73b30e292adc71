import { type Catalogue, render } from "../Catalogue.ts"
import { type Fault, formatPath, type InputProblem } from "../Fault.ts"
import { valueTextEn } from "./en/values.ts"
import type { CoreMessage } from "./messages.ts"

const listed = (faults: ReadonlyArray<Fault<InputProblem>>): string =>
  faults.map(({ path, problem }) => `${formatPath(path)} ${render(coreTextEn, problem)}`.trim()).join("; ")

/** The English texts of core's own messages. */
export const coreTextEn: Catalogue<CoreMessage> = {
  ...valueTextEn,
  Missing: () => "is missing: give it a value",
  Unexpected: () => "is not known here: remove it or correct its name",
  NotJson: ({ line, column }) => `the text stops being JSON at line ${line}, column ${column}: mend it there`,
  DuplicateKey: ({ key }) => `the key "${key}" stands twice in one object: keep one of them`,
  ForbiddenKey: ({ key }) => `the key "${key}" is never allowed: choose another name`,
  LoneSurrogate: () => "holds half a character (a lone surrogate): write the text again",
  NotPlain: ({ found }) => `is not plain data (${found}): give text, numbers, true, false, lists or objects`,
  TooDeep: ({ limit }) => `is nested deeper than ${limit} levels: flatten it`,
  TooLarge: ({ limit }) => `holds more than ${limit} values: split it`,
  UnknownFact: ({ fact, known }) =>
    `no fact is called "${fact}": ${known.length === 0 ? "declare it first" : `use one of ${known.join(", ")}`}`,
  ValueDoesNotFit: ({ fact, type, found }) =>
    `the fact "${fact}" is a ${type}, so it cannot be compared with ${found}: give a ${type}, and to "in" a list of them`,
  OperatorDoesNotFit: ({ op, type, allowed }) => `"${op}" does not compare a ${type}: use one of ${allowed.join(" ")}`,
  Unreadable: () => "its data is not JSON; restore it from a copy",
  NewerSchema: ({ found, known }) =>
    `it has shape ${found}, and this software knows shapes up to ${known}; install a newer one`,
  WrongShape: ({ faults }) => listed(faults)
}
