import type { MedusaContainer } from "@medusajs/framework/types"
import { bookUnitResults } from "../units/book-unit-results"

export default async function bookUnitResultsJob(container: MedusaContainer): Promise<void> {
  await bookUnitResults(container)
}

export const config = { name: "book-unit-results", schedule: "37 * * * *" }
