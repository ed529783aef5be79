import type { ExecArgs } from "@medusajs/framework/types"
import { workImports } from "../imports/work-imports"

/** A process that works on what waits until somebody kills it: a suite lets it begin and pulls the plug. */
export default async function importVictim({ container }: ExecArgs): Promise<void> {
  await workImports(container)
}
