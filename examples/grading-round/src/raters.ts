/** Who scores for the panels that have several raters: roles, since the published account names nobody. */
export const raters = {
  committee: ["委员一", "委员二", "委员三", "委员四", "委员五", "委员六", "委员七"],
  experts: ["专家一", "专家二", "专家三", "专家四", "专家五"]
} as const

/** A branch scores itself with one sheet. */
export const selfRater = "本支部"
