import type { MedusaContainer } from "@medusajs/framework/types"
import { forgetUploads } from "../imports/forget-uploads"

export default async function forgetUploadsJob(container: MedusaContainer): Promise<void> {
  await forgetUploads(container)
}

export const config = { name: "forget-uploads", schedule: "17 3 * * *" }
