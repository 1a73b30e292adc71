import { contractOn } from "./contract.ts"

contractOn("postgres")
