import { satisfactionLaws, satisfactionSetting } from "@zhengyou/testkit/satisfaction"
import { provedByFaults } from "../provedByFaults.ts"
import { rulesWith } from "./rules.ts"
import { satisfactionMutants } from "./satisfactionMutants.ts"

provedByFaults(satisfactionLaws, satisfactionMutants, (formula, engine) =>
  satisfactionSetting(rulesWith(formula), engine)
)
