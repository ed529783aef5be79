import type { MedusaContainer } from "@medusajs/framework/types"
import { watchServiceLevels } from "../service-levels/watch"

export default async function watchServiceLevelsJob(container: MedusaContainer): Promise<void> {
  await watchServiceLevels(container)
}

/** Every night; a second run of a day writes the same row again and tells nobody twice. */
export const config = { name: "watch-service-levels", schedule: "20 2 * * *" }
