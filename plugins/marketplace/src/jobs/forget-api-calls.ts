import type { MedusaContainer } from "@medusajs/framework/types"
import { forgetApiCalls } from "../seller-api/once"

export default async function forgetApiCallsJob(container: MedusaContainer): Promise<void> {
  await forgetApiCalls(container)
}

export const config = { name: "forget-api-calls", schedule: "43 * * * *" }
