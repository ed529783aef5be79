import type { MedusaContainer } from "@medusajs/framework/types"
import { workImports } from "../imports/work-imports"

/** Takes up imports whose process died; what waits is begun at once by whoever started it. */
export default async function workImportsJob(container: MedusaContainer): Promise<void> {
  await workImports(container)
}

export const config = { name: "work-imports", schedule: { interval: 30_000 } }
