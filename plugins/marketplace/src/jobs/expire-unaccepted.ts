import type { MedusaContainer } from "@medusajs/framework/types"
import { expireUnaccepted } from "../redress/expire-unaccepted"

export default async function expireUnacceptedJob(container: MedusaContainer): Promise<void> {
  await expireUnaccepted(container)
}

export const config = { name: "expire-unaccepted", schedule: "*/10 * * * *" }
