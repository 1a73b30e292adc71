export { layerEventStore } from "./layerEventStore.ts"
export { layerSqlite, sqliteFile } from "./sqlite.ts"
