import { contractOn } from "./contract.ts"

contractOn("sqlite")
contractOn("mysql")
