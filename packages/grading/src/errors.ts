import { ConditionProblem, coreTextEn, type Fault, formatPath, InputProblem, Path, render } from "@zhengyou/core"
import * as Schema from "effect/Schema"
import { BookProblem } from "./internal/book/BookProblem.ts"
import { InputsProblem } from "./internal/inputFaults.ts"
import { bookTextEn } from "./texts/en/book.ts"
import { inputTextEn } from "./texts/en/inputs.ts"

const listed = <P extends { readonly _tag: string }>(
  head: string,
  faults: ReadonlyArray<Fault<P>>,
  text: (problem: P) => string
): string =>
  [head, ...faults.slice(0, 20).map(({ path, problem }) => `  ${formatPath(path)}: ${text(problem)}`)].join("\n")

/** A rule book that cannot be used, with every fault and where it stands. */
export class RuleBookInvalid extends Schema.TaggedError<RuleBookInvalid>("@zhengyou/grading/RuleBookInvalid")(
  "RuleBookInvalid",
  {
    faults: Schema.Array(
      Schema.Struct({ path: Path, problem: Schema.Union([InputProblem, ConditionProblem, BookProblem]) })
    )
  }
) {
  override get message(): string {
    return listed(bookTextEn.RuleBookInvalid(this), this.faults, (problem) =>
      render({ ...coreTextEn, ...bookTextEn }, problem)
    )
  }
}

/** Sheets, facts or units that do not fit the rule book or each other, with every fault and where it stands. */
export class InputsInvalid extends Schema.TaggedError<InputsInvalid>("@zhengyou/grading/InputsInvalid")(
  "InputsInvalid",
  {
    faults: Schema.Array(Schema.Struct({ path: Path, problem: InputsProblem }))
  }
) {
  override get message(): string {
    return listed(inputTextEn.InputsInvalid(this), this.faults, (problem) => render(inputTextEn, problem))
  }
}
