import { type Catalogue, coreTextEn, type Fault, formatPath, type InputProblem, render } from "@zhengyou/core"
import type { ChainBreak, StoreOperation, StoreTrouble } from "../errors.ts"
import type { StorageMessage } from "./messages.ts"

const operations: Readonly<Record<StoreOperation, string>> = {
  open: "be opened",
  migrate: "be prepared",
  read: "be read",
  append: "be written to"
}

const troubles: Readonly<Record<StoreTrouble, string>> = {
  busy: "somebody else holds it; try again",
  "cannot-open": "there is no such place or no permission; check the path",
  "not-a-database": "the file is not a database; give another path",
  damaged: "the database is damaged; restore a copy",
  "read-only": "it is read-only; allow writing or copy it",
  full: "no space is left; free some",
  unreachable: "the database cannot be reached, or went away; try again",
  denied: "the database does not let this user in, or do this; check the user and its rights",
  "bad-prefix": "the names of its tables cannot begin so; give small letters, digits and underscores, a letter first",
  unsupported: "this kind of database, or its settings, are not supported",
  other: "see the cause"
}

const breaks: Readonly<Record<ChainBreak["problem"], string>> = {
  altered: "altered",
  misplaced: "out of place",
  missing: "missing"
}

const listed = (faults: ReadonlyArray<Fault<InputProblem>>): string =>
  faults.map(({ path, problem }) => `${formatPath(path)} ${render(coreTextEn, problem)}`.trim()).join("; ")

/** The English texts of the store's messages. */
export const storageTextEn: Catalogue<StorageMessage> = {
  VersionConflict: ({ stream, expected, actual }) =>
    `"${stream}" is at version ${actual}, not ${expected}: read it again and decide again`,
  StoreUnavailable: ({ operation, trouble, cause }) =>
    `the store cannot ${operations[operation]}: ${troubles[trouble]} (${cause})`,
  StoredDataInvalid: ({ stream, version, why }) =>
    `version ${version} of "${stream}" cannot be used: ${render(storageTextEn, why)}`,
  Unreadable: () => "its data is not JSON; restore it from a copy",
  NewerSchema: ({ found, known }) =>
    `it has shape ${found}, and this software knows shapes up to ${known}; install a newer one`,
  WrongShape: ({ faults }) => listed(faults),
  NotStorable: ({ faults }) => `this cannot be stored: ${listed(faults)}`,
  ChainBroken: ({ stream, breaks: found }) =>
    `"${stream}" was changed after it was written: ${found.map((b) => `version ${b.version} is ${breaks[b.problem]}`).join(", ")}; compare it with a copy`,
  ContractViolation: ({ name, what, expected, found }) =>
    `the store breaks the rule "${name}": ${what} must be ${expected}, but is ${found}`
}
