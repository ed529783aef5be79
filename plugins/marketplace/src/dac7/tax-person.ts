import type { MedusaContainer } from "@medusajs/framework/types"
import { badInput, clockOf } from "@gondola/kit"
import { dayOf } from "../figures/paris-time"
import { knexOf } from "../modules/marketplace/resolve"
import type { TaxSubject } from "./tax-data"

/** A sole trader names the person behind it. @throws BAD_INPUT */
export async function saveTaxPerson(
  container: MedusaContainer,
  sellerId: string,
  person: NonNullable<TaxSubject["person"]>,
): Promise<void> {
  const [firstName, lastName] = [person.firstName.trim(), person.lastName.trim()]
  if (!firstName || !lastName || firstName.length > 100 || lastName.length > 100)
    throw badInput("Give the first and the last name")
  const born = Date.parse(`${person.birthDate}T00:00:00Z`)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(person.birthDate) || Number.isNaN(born)) throw badInput("A day is written YYYY-MM-DD")
  const today = dayOf(clockOf(container).now())
  if (person.birthDate >= today || person.birthDate < "1900-01-01") throw badInput("This is not a date of birth")
  await knexOf(container)("marketplace_dac7_person")
    .insert({ seller_id: sellerId, first_name: firstName, last_name: lastName, birth_date: person.birthDate })
    .onConflict("seller_id")
    .merge()
}
