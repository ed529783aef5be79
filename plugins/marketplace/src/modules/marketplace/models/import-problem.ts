import { model } from "@medusajs/framework/utils"

/** Why a line of an import was left out (`error`) or what was left out of it (`warning`). */
const ImportProblem = model.define(
  { name: "ImportProblem", tableName: "marketplace_import_problem" },
  {
    id: model.id({ prefix: "imprb" }).primaryKey(),
    run_id: model.text(),
    line: model.number(),
    source_key: model.text().nullable(),
    level: model.enum(["error", "warning"]),
    code: model.text(),
    message: model.text(),
  },
)

export default ImportProblem
