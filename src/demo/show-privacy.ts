import { customers } from "./content/house"
import type { House } from "./open-house"
import type { Stage } from "./stage"

const EXPORT = `mutation ($email: String!) { exportPersonData(email: $email, subject: CUSTOMER) }`
const RATE = `mutation ($year: Int!) {
  saveDac7Rate(year: $year, currency: "USD", euroMicros: 920000, source: "Exemple : moyenne annuelle de la BCE") { year }
}`

/** A copy of a customer's data was asked for by letter, and last year's dollar is noted for the tax report. */
export async function showPrivacy(stage: Stage, { operator }: House): Promise<void> {
  stage.daysAgo(0)
  await stage.ask(operator, EXPORT, { email: customers.louise.email })
  await stage.ask(operator, RATE, { year: new Date().getFullYear() - 1 })
}
