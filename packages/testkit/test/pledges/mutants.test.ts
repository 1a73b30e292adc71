import { pledgeLaws, pledgeSetting } from "@zhengyou/testkit/pledges"
import { provedByFaults } from "../provedByFaults.ts"
import { lifecycleMutants } from "./mutants/lifecycleMutants.ts"
import { recordMutants } from "./mutants/recordMutants.ts"
import { reviewMutants } from "./mutants/reviewMutants.ts"
import { policyWith } from "./policies.ts"

provedByFaults(
  pledgeLaws,
  [...lifecycleMutants, ...recordMutants, ...reviewMutants],
  (change, engine) => pledgeSetting(policyWith(change), engine && { engine }),
  80
)
