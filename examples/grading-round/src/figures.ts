import { dividedByUnsafe, exactUnsafe, formatRounded, type Level } from "@zhengyou/core"
import { countLevels, decidingReason, type Grading, type Outcome, type RuleBook } from "@zhengyou/grading"

/** How many branches have a level, and their share of the graded ones in per cent with two decimals. */
export interface LevelFigure {
  readonly level: Level
  readonly units: number
  readonly share: string
}

/** The figures of a grading that are published. */
export interface Figures {
  readonly units: number
  readonly graded: number
  readonly notGraded: number
  readonly levels: ReadonlyArray<LevelFigure>
}

const percent = (part: number, of: number): string =>
  of === 0
    ? "–"
    : formatRounded(dividedByUnsafe(exactUnsafe(part * 100), exactUnsafe(of)), { mode: "halfExpand", digits: 2 })

export const figuresOf = ({ ladder }: RuleBook, grading: Grading): Figures => {
  const counts = countLevels(
    grading,
    ladder.map(({ id }) => id)
  )
  const graded = grading.outcomes.filter(({ _tag }) => _tag === "Graded").length
  return {
    units: grading.outcomes.length,
    graded,
    notGraded: grading.outcomes.filter(({ _tag }) => _tag === "NotGraded").length,
    levels: ladder.map((level, i) => ({ level, units: counts[i] ?? 0, share: percent(counts[i] ?? 0, graded) }))
  }
}

const levelOf = (outcome: Outcome | undefined): string | undefined =>
  outcome?._tag === "Graded" ? outcome.level : undefined

/** The branches whose level is another one under another book, with the reason that decided it there. */
export const changesBetween = (one: Grading, other: Grading) =>
  other.outcomes.flatMap((outcome, i) =>
    levelOf(outcome) === levelOf(one.outcomes[i]) ? [] : [{ unit: outcome.unit, reason: decidingReason(outcome) }]
  )
