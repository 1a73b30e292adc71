import { exactUnsafe } from "@zhengyou/core"
import type { Formula, Questionnaire } from "@zhengyou/satisfaction"
import type { SatisfactionRules } from "@zhengyou/testkit/satisfaction"

/** Two units rated by staff, of whom a unit's own lie in a box apart, and by students; "don't know" is left out. */
export const questionnaire = {
  id: "style-2011",
  frame: "staff-and-students",
  subjects: ["z01", "z02"],
  scales: [
    {
      id: "four",
      choices: [
        { id: "satisfied", name: "满意", kind: "rated" },
        { id: "fairlySatisfied", name: "基本满意", kind: "rated" },
        { id: "dissatisfied", name: "不满意", kind: "rated" },
        { id: "unknown", name: "不了解", kind: "neutral" }
      ]
    }
  ],
  questions: [{ id: "overall", name: "总体评价", scale: "four" }],
  groups: [
    { id: "staff", name: "教职工", parts: [{ id: "staff-of-z01", unit: "z01" }] },
    { id: "students", name: "学生" }
  ]
} as const satisfies Questionnaire

/** 100/70/30 points of the ballots with an opinion. */
const formula: Formula = {
  id: "points-100-70-30/valid",
  name: "100/70/30",
  points: { satisfied: exactUnsafe(100), fairlySatisfied: exactUnsafe(70), dissatisfied: exactUnsafe(30) },
  fullMarks: exactUnsafe(100),
  base: "valid",
  neutral: "excluded",
  unanswered: exactUnsafe(0),
  groups: "pooled",
  missingGroup: "renormalise",
  rounding: {},
  overReturned: "void"
}

/** Only who is satisfied counts: every answer is worth all or nothing, so that the rate is a plain share. */
export const satisfiedOnly: Partial<Formula> = {
  points: { satisfied: exactUnsafe(1), fairlySatisfied: exactUnsafe(0), dissatisfied: exactUnsafe(0) },
  fullMarks: exactUnsafe(1)
}

export const rulesWith = (other: Partial<Formula> = {}): SatisfactionRules => ({
  questionnaire,
  formula: { ...formula, ...other }
})
