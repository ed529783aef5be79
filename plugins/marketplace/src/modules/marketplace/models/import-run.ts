import { model } from "@medusajs/framework/utils"

/** One import of one file. `line` is the last line whose chunk is committed: a killed run goes on from there. */
const ImportRun = model.define(
  { name: "ImportRun", tableName: "marketplace_import_run" },
  {
    id: model.id({ prefix: "imp" }).primaryKey(),
    /** Null: the retailer's catalogue. */
    seller_id: model.text().nullable(),
    file: model.text(),
    file_hash: model.text(),
    format: model.text(),
    state: model.enum(["waiting", "running", "cancelling", "cancelled", "done", "failed"]),
    dry_run: model.boolean(),
    line: model.number().default(0),
    total: model.number().default(0),
    done: model.number().default(0),
    created: model.number().default(0),
    updated: model.number().default(0),
    unchanged: model.number().default(0),
    failed: model.number().default(0),
    /** Articles nobody knows, put to the operator. */
    proposed: model.number().default(0),
    /** Records of this process, for the rate. */
    worked: model.number().default(0),
    upload_id: model.text().nullable(),
    path: model.text().nullable(),
    mapping: model.json().nullable(),
    options: model.json(),
    actor: model.text().nullable(),
    /** Why it failed, for a person. */
    fault: model.text().nullable(),
    worked_since: model.dateTime().nullable(),
    beat_at: model.dateTime().nullable(),
    started_at: model.dateTime(),
    finished_at: model.dateTime().nullable(),
  },
)

export default ImportRun
