import type { MedusaContainer } from "@medusajs/framework/types"
import { alignShelves } from "../sellers/align-shelves"

export default async function alignShelvesJob(container: MedusaContainer): Promise<void> {
  await alignShelves(container)
}

/** What is sold is checked to the second when it is put in a basket; this is how soon the shelf follows. */
export const config = { name: "align-shelves", schedule: { interval: 20_000 } }
