import { charts } from "./style/charts.ts"
import { explanation } from "./style/explanation.ts"
import { media } from "./style/media.ts"
import { page } from "./style/page.ts"
import { pledges } from "./style/pledges.ts"
import { promotion } from "./style/promotion.ts"
import { survey } from "./style/survey.ts"
import { tables } from "./style/tables.ts"

/** The look of the page: one style sheet for screens, phones and paper. Later parts may overrule earlier ones. */
export const style = [page, charts, promotion, survey, pledges, tables, explanation, media].join("")
