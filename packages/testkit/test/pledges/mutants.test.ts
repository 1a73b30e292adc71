import { pledgeLaws, pledgeSetting } from "@zhengyou/testkit/pledges"
import { provedByFaults } from "../provedByFaults.ts"
import { lifecycleMutants } from "./mutants/lifecycleMutants.ts"
import { policyWith } from "./policies.ts"

provedByFaults(
  pledgeLaws,
  lifecycleMutants,
  (change, engine) => pledgeSetting(policyWith(change), engine && { engine }),
  150
)
