import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { type Duty, carries, type Role } from "../sellers/roles"
import type { MailLocale } from "./letter"
import { type Notification, notify } from "./notify"

/** One of those whom a letter goes to; `suffix` makes its key of the letter's. */
export interface Reader {
  readonly suffix: string
  readonly to: Notification["to"]
}

export interface SellerContact {
  readonly id: string
  readonly email: string
  readonly locale: MailLocale
}

interface Member {
  readonly id: string
  readonly email: string
  readonly role: Role
  readonly locale: MailLocale | null
}

const plain = (email: string): string => email.trim().toLowerCase()

/**
 * Who of a seller reads a letter: the contact address, and every member whose role carries the duty, each in its own
 * language and each address once. The bell of the room shows it once, with the contact's.
 */
export function readersOf(seller: SellerContact, members: readonly Member[], duty: Duty): Reader[] {
  const contact = plain(seller.email)
  const own = members.find((member) => plain(member.email) === contact)
  const readers: Reader[] = [
    {
      suffix: "",
      to: {
        email: seller.email,
        locale: own?.locale ?? seller.locale,
        feed: { room: "SELLER", organisationId: seller.id },
      },
    },
  ]
  const written = new Set([contact])
  for (const member of members) {
    const email = plain(member.email)
    if (!carries(member.role, duty) || written.has(email)) continue
    written.add(email)
    readers.push({ suffix: `:${member.id}`, to: { email: member.email, locale: member.locale ?? seller.locale } })
  }
  return readers
}

export async function sellerReaders(
  knex: Knex | Knex.Transaction,
  sellerId: string,
  duty: Duty,
): Promise<readonly Reader[]> {
  const seller = (await knex("marketplace_seller").where({ id: sellerId }).first("id", "email", "locale")) as
    SellerContact | undefined
  if (!seller) return []
  const members = (await knex("marketplace_seller_member")
    .where({ seller_id: sellerId })
    .whereNull("deleted_at")
    .orderBy(["created_at", "id"])
    .select("id", "email", "role", "locale")) as Member[]
  return readersOf(seller, members, duty)
}

/** The same letter to each of them; twice is once for each. */
export async function notifyAll(
  container: Pick<MedusaContainer, "resolve">,
  readers: readonly Reader[],
  telling: Omit<Notification, "to">,
  trx?: Knex.Transaction,
): Promise<void> {
  for (const { suffix, to } of readers) await notify(container, { ...telling, key: `${telling.key}${suffix}`, to }, trx)
}
