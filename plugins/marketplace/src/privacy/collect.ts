import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import "./contributors"
import { type PrivacySubject, privacyContributors } from "./contributor"

/** Everything that is kept of the person, as JSON that a person can read and another service take over (GDPR art. 15, 20). */
export async function collectData(knex: Knex, subject: PrivacySubject, now: Date): Promise<string> {
  const parts: Record<string, unknown> = {}
  for (const contributor of privacyContributors()) parts[contributor.name] = await contributor.collect(knex, subject)
  return JSON.stringify({ madeAt: now, about: subject.email, ...parts }, null, 2)
}
