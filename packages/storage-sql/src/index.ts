export { layerEventStore } from "./layerEventStore.ts"
export { migrateTables } from "./migrateTables.ts"
export { layerSqlite, sqliteFile } from "./sqlite.ts"
export { TablePrefix } from "./TablePrefix.ts"
