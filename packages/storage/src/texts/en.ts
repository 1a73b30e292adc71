import { type Catalogue, coreTextEn, type Fault, formatPath, render } from "@zhengyou/core"
import type { ChainBreak, PollInWrongState, SnapshotProblem, StoreOperation, StoreTrouble } from "../errors.ts"
import type { StorageMessage } from "./messages.ts"

const operations: Readonly<Record<StoreOperation, string>> = {
  open: "be opened",
  migrate: "be prepared",
  read: "be read",
  append: "be written to"
}

const troubles: Readonly<Record<StoreTrouble, string>> = {
  busy: "somebody else holds it; try again",
  "cannot-open": "there is no such file or database, or no permission; check the path or the address",
  "not-a-database": "the file is not a database; give another path",
  damaged: "the database is damaged; restore a copy",
  "read-only": "it is read-only; allow writing or copy it",
  full: "no space is left; free some",
  unreachable: "the database cannot be reached, or went away; try again",
  denied: "the database does not let this user in, or do this; check the user and its rights",
  "bad-prefix": "the names of its tables cannot begin so; give small letters, digits and underscores, a letter first",
  "no-transaction": "no transaction is open on the connection that was given; begin one first",
  unsupported: "this kind of database, or its settings, are not supported",
  other: "see the cause"
}

const breaks: Readonly<Record<ChainBreak["problem"], string>> = {
  altered: "altered",
  misplaced: "out of place",
  missing: "missing"
}

const pollStates: Readonly<Record<PollInWrongState["state"], string>> = {
  absent: "was never opened: open it first",
  open: "is still open: close it first",
  closed: "is closed",
  different: "was opened with other contents: give the new one an id of its own"
}

const listed = (faults: ReadonlyArray<Fault<SnapshotProblem>>): string =>
  faults.map(({ path, problem }) => `${formatPath(path)} ${render(storageTextEn, problem)}`.trim()).join("; ")

/** The English texts of the store's messages. */
export const storageTextEn: Catalogue<StorageMessage> = {
  ...coreTextEn,
  VersionConflict: ({ stream, expected, actual }) =>
    `"${stream}" is at version ${actual}, not ${expected}: read it again and decide again`,
  StoreUnavailable: ({ operation, trouble, cause }) =>
    `the store cannot ${operations[operation]}: ${troubles[trouble]} (${cause})`,
  StoredDataInvalid: ({ stream, version, why }) =>
    `version ${version} of "${stream}" cannot be used: ${render(coreTextEn, why)}`,
  NotStorable: ({ faults }) => `this cannot be stored: ${listed(faults)}`,
  ChainBroken: ({ stream, breaks: found }) =>
    `"${stream}" was changed after it was written: ${found.map((b) => `version ${b.version} is ${breaks[b.problem]}`).join(", ")}; compare it with a copy`,
  ReadModelsInvalid: ({ faults }) => `these read models cannot be kept: ${listed(faults)}`,
  ReadModelUnavailable: ({ model, version, trouble }) =>
    trouble === "not-given"
      ? `the store was opened without version ${version} of the read model "${model}": give it when you open the store`
      : `version ${version} of the read model "${model}" is not built yet: rebuild it`,
  RebuildOvertaken: ({ model, version }) =>
    `another rebuild of version ${version} of the read model "${model}" has begun since: wait for that one`,
  QueryInvalid: ({ faults }) => `the query cannot be answered: ${listed(faults)}`,
  PollInvalid: ({ faults }) => `the poll cannot be opened: ${listed(faults)}`,
  PollInWrongState: ({ poll, state }) => `the poll "${poll}" ${pollStates[state]}`,
  TokensRefused: ({ faults }) => `the tokens cannot be issued: ${listed(faults)}`,
  VoteRefused: ({ faults }) => `the vote was not counted: ${listed(faults)}`,
  Doubled: () => "stands twice: keep one of them",
  NotInPoll: ({ found, known }) => `the poll has no "${found}": use one of ${known.join(", ")}`,
  NotForVoter: ({ subject }) => `this voter does not rate "${subject}": leave it out`,
  TokenMalformed: () => "is no token: give 22 to 200 letters, digits, hyphens and underscores, drawn at random",
  TokenIssuedBefore: () => "was issued before, to others: draw another one",
  TokenUnknown: () => "was not issued for this poll: check it",
  TokenUsed: () => "was used already: its vote is counted",
  SnapshotInvalid: ({ faults }) => `this is no store: ${listed(faults)}`,
  ContractViolation: ({ name, what, expected, found }) =>
    `the store breaks the rule "${name}": ${what} must be ${expected}, but is ${found}`
}
