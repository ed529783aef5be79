import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ACTOR_TYPES } from "@gondola/kit"
import { endSessions } from "../../sign-in/session-end"
import type { Alias, PrivacyContributor, PrivacySubject } from "../contributor"
import { erased, kept, places } from "../places"
import { eraseOperator } from "./operator"

/**
 * The account itself. Medusa's services delete softly, which keeps the e-mail: that is why its tables are emptied here,
 * in the transaction of all the rest.
 */
export const accounts: PrivacyContributor = {
  name: "account",
  places: {
    ...places(erased, "customer", "customer_address", "account_holder", "marketplace_seller_member"),
    ...places(erased, "marketplace_seller_invitation", "user", "invite", "auth_identity"),
    marketplace_dac7_person: kept(
      "who stands behind a sole trader is reported to the tax administration; at most ten years after the end (Directive 2021/514, annex V, IV)",
    ),
    ...places(
      kept(
        "the trader itself: shown to buyers until the end, papers six months longer (DSA 30), numbers for the books",
      ),
      "marketplace_seller",
      "marketplace_seller_document",
      "marketplace_private_file",
      "marketplace_retailer",
    ),
  },
  async collect(knex, subject) {
    if (subject.kind === "SELLER_MEMBER")
      return {
        member: await knex("marketplace_seller_member")
          .whereIn("id", [...subject.ids])
          .select("id", "seller_id", "email", "name", "role", "created_at"),
        // Of a sole trader, whose owner is the person.
        taxPerson: await knex("marketplace_dac7_person as p")
          .join("marketplace_seller_member as m", "m.seller_id", "p.seller_id")
          .where("m.role", "owner")
          .whereIn("m.id", [...subject.ids])
          .select("p.first_name", "p.last_name", "p.birth_date"),
      }
    if (subject.kind === "OPERATOR")
      return {
        user: await knex("user")
          .whereIn("id", [...subject.ids])
          .select("id", "email", "first_name", "last_name", "created_at"),
      }
    if (subject.kind !== "CUSTOMER") return {}
    return {
      customer: await knex("customer")
        .whereIn("id", [...subject.ids])
        .select("id", "email", "first_name", "last_name", "phone", "company_name", "has_account", "created_at"),
      addresses: await knex("customer_address")
        .whereIn("customer_id", [...subject.ids])
        .select("address_name", "first_name", "last_name", "address_1", "address_2", "postal_code", "city")
        .select("country_code", "phone"),
    }
  },
  async erase(trx, subject, alias) {
    const closed = await closeSignIn(trx, subject)
    if (subject.kind === "CUSTOMER") return { ...closed, ...(await eraseCustomer(trx, subject, alias)) }
    if (subject.kind === "SELLER_MEMBER") return { ...closed, ...(await eraseMember(trx, subject, alias)) }
    if (subject.kind === "OPERATOR") return { ...closed, ...(await eraseOperator(trx, subject, alias)) }
    return closed
  },
}

/** The same person may also be a seller's member or work for the house: that sign-in stays. */
async function closeSignIn(trx: Knex.Transaction, { kind, ids }: PrivacySubject): Promise<Record<string, number>> {
  const key = `${ACTOR_TYPES[kind]}_id`
  const identities = (await trx("auth_identity")
    .whereRaw("app_metadata ->> ? = any(?)", [key, [...ids]])
    .select("id", "app_metadata")) as { id: string; app_metadata: Record<string, unknown> }[]
  for (const { id, app_metadata } of identities) {
    await endSessions(trx, id)
    const { [key]: _gone, ...others } = app_metadata
    if (Object.keys(others).some((each) => each.endsWith("_id") && others[each])) {
      await trx("auth_identity")
        .where({ id })
        .update({ app_metadata: JSON.stringify(others) })
      continue
    }
    for (const table of ["auth_password_reset_token", "auth_verification", "auth_mfa_recovery_code", "auth_mfa_factor"])
      await trx(table).where({ auth_identity_id: id }).delete()
    await trx("provider_identity").where({ auth_identity_id: id }).delete()
    await trx("auth_identity").where({ id }).delete()
  }
  return { auth_identity: identities.length }
}

async function eraseCustomer(
  trx: Knex.Transaction,
  subject: PrivacySubject,
  alias: Alias,
): Promise<Record<string, number>> {
  const ids = [...subject.ids]
  const addresses = await trx("customer_address").whereIn("customer_id", ids).delete()
  const holders = await trx("account_holder")
    .whereRaw("lower(email) = ?", [subject.email])
    .update({ email: alias.email, data: JSON.stringify({}), metadata: null })
  const customers = await trx("customer")
    .whereIn("id", ids)
    .update({
      // One e-mail a record: Medusa allows each only once.
      email: trx.raw("replace(?, '@', '+' || right(id, 8) || '@')", [alias.email]),
      first_name: null,
      last_name: null,
      phone: null,
      company_name: null,
      metadata: null,
      deleted_at: trx.raw("coalesce(deleted_at, now())"),
    })
  return { customer: customers, customer_address: addresses, account_holder: holders }
}

async function eraseMember(
  trx: Knex.Transaction,
  subject: PrivacySubject,
  alias: Alias,
): Promise<Record<string, number>> {
  const members = await trx("marketplace_seller_member")
    .whereIn("id", [...subject.ids])
    .update({ email: alias.email, name: alias.name, deleted_at: trx.raw("coalesce(deleted_at, now())") })
  const invitations = await trx("marketplace_seller_invitation")
    .whereRaw("lower(email) = ?", [subject.email])
    .update({ email: alias.email })
  return { marketplace_seller_member: members, marketplace_seller_invitation: invitations }
}
