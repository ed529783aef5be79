export * from "./book/journal"
export { LEDGER_MODULE } from "./modules/ledger"
export type { default as LedgerModuleService, EntryFilter, EntryRow } from "./modules/ledger/service"
