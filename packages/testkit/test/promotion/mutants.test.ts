import { promotionLaws, promotionSetting } from "@zhengyou/testkit/promotion"
import { provedByFaults } from "../provedByFaults.ts"
import { promotionMutants } from "./mutants.ts"
import { rulesWith } from "./rules.ts"

provedByFaults(promotionLaws, promotionMutants, (rules, engine) =>
  promotionSetting(rulesWith(rules), { benefits: ["rate"], ...(engine && { engine }) })
)
