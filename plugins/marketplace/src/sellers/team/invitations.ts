import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { assertStrongPassword, badInput, clockOf, conflict, notFound } from "@gondola/kit"
import { marketplaceError } from "../../errors"
import { knexOf } from "../../modules/marketplace/resolve"
import { notify } from "../../notifications/notify"
import type { Act } from "../../trail/act"
import { recordAct } from "../../trail/record-act"
import { freeHandle } from "../application/handle"
import { invitationLetter, sellerInvitationLetter } from "../letters/team"
import { moveSeller } from "../move-seller"
import type { Role } from "../roles"
import type { SellerRow } from "../seller-row"
import { joinMember } from "./join-member"
import { hashOf, newToken } from "./tokens"

const DAY_MS = 86_400_000
export const INVITATION_DAYS = 7

export interface Invitation {
  readonly id: string
  readonly email: string
  readonly role: Role
  readonly createdAt: Date
  readonly expiresAt: Date
}

const COLUMNS = ["id", "email", "role", "created_at as createdAt", "expires_at as expiresAt"]

/** Those that can still be used. */
export const readInvitations = async (container: MedusaContainer, sellerId: string): Promise<Invitation[]> =>
  (await open(knexOf(container), clockOf(container).now())
    .where({ seller_id: sellerId })
    .orderBy("created_at", "desc")
    .select(COLUMNS)) as Invitation[]

const open = (knex: Knex | Knex.Transaction, now: Date) =>
  knex("marketplace_seller_invitation").whereNull("accepted_at").whereNull("revoked_at").where("expires_at", ">", now)

/**
 * A link for one person, by mail; a second invitation of the same address replaces the first.
 * @throws BAD_INPUT | CONFLICT for somebody who is in the team already
 */
export async function inviteMember(
  container: MedusaContainer,
  seller: Pick<SellerRow, "id" | "name" | "locale" | "state">,
  { email: given, role, actor }: { email: string; role: Role; actor: Act["actor"] },
): Promise<void> {
  const email = given.trim().toLowerCase()
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) || email.length > 254)
    throw badInput("This is not an e-mail address", { field: "email" })
  const now = clockOf(container).now()
  const token = newToken()
  const id = generateEntityId(undefined, "inv")
  const until = new Date(+now + INVITATION_DAYS * DAY_MS)
  await knexOf(container).transaction(async (trx) => {
    const there = (await trx("marketplace_seller_member")
      .where({ seller_id: seller.id, email })
      .whereNull("deleted_at")
      .first("id")) as object | undefined
    if (there) throw conflict("This person is in the team already")
    await open(trx, now).where({ seller_id: seller.id, email }).update({ revoked_at: now })
    await trx("marketplace_seller_invitation").insert({
      id,
      seller_id: seller.id,
      email,
      role,
      token_hash: hashOf(token),
      invited_by: actor.id,
      created_at: now,
      expires_at: until,
    })
    await recordAct(
      container,
      {
        actor,
        action: "team.invite",
        subject: { type: "seller_invitation", id },
        sellerId: seller.id,
        details: { role },
      },
      trx,
    )
    const path = `/join?token=${token}`
    const letter =
      seller.state === "invited"
        ? sellerInvitationLetter(seller.name, path, until)
        : invitationLetter(seller.name, role, path, until)
    await notify(
      container,
      { key: `invitation:${id}`, kind: "team.invitation", letter, to: { email, locale: seller.locale } },
      trx,
    )
  })
}

/** The operator asks a trader in: an empty shop whose owner gets a link. */
export async function inviteSeller(
  container: MedusaContainer,
  { email, name, locale, actor }: { email: string; name: string; locale: "fr" | "en"; actor: Act["actor"] },
): Promise<string> {
  const shop = name.trim().replace(/\s+/g, " ")
  if (!shop || shop.length > 80) throw badInput("Give the shop a name of at most 80 characters", { field: "name" })
  const knex = knexOf(container)
  const now = clockOf(container).now()
  const id = generateEntityId(undefined, "sel")
  const seller = { id, name: shop, locale, state: "invited" as const }
  const empty = { legal_name: "", street: "", postal_code: "", city: "", phone: "", registration_number: "" }
  await knex.transaction(async (trx) => {
    await trx("marketplace_seller").insert({
      ...seller,
      ...empty,
      handle: await freeHandle(trx, shop),
      country_code: "fr",
      email: email.trim().toLowerCase(),
      self_certified: false,
      accepts_shop_returns: false,
      applied_at: now,
      state_changed_at: now,
    })
    await trx("marketplace_seller_event").insert({
      id: generateEntityId(undefined, "selevt"),
      seller_id: id,
      from_state: null,
      to_state: "invited",
      actor: actor.id,
      at: now,
    })
    await recordAct(container, { actor, action: "seller.invite", subject: { type: "seller", id }, sellerId: id }, trx)
  })
  await inviteMember(container, seller, { email, role: "owner", actor })
  return id
}

/** @throws NOT_FOUND for another seller's, or one that was used */
export async function revokeInvitation(
  container: MedusaContainer,
  sellerId: string,
  { id, actor }: { id: string; actor: Act["actor"] },
): Promise<void> {
  const now = clockOf(container).now()
  await knexOf(container).transaction(async (trx) => {
    const changed = await open(trx, now).where({ id, seller_id: sellerId }).update({ revoked_at: now })
    if (changed === 0) throw notFound("This invitation")
    await recordAct(
      container,
      { actor, action: "team.revoke_invitation", subject: { type: "seller_invitation", id }, sellerId },
      trx,
    )
  })
}

interface OpenInvitation {
  readonly id: string
  readonly seller_id: string
  readonly email: string
  readonly role: Role
  readonly shop: string
  readonly state: SellerRow["state"]
}

/** What stands behind a link; null when it was used, taken back, is too old or never was. */
export async function invitationOf(container: MedusaContainer, token: string): Promise<OpenInvitation | null> {
  const row = (await knexOf(container)("marketplace_seller_invitation as i")
    .join("marketplace_seller as s", "s.id", "i.seller_id")
    .where("i.token_hash", hashOf(token))
    .whereNull("i.accepted_at")
    .whereNull("i.revoked_at")
    .where("i.expires_at", ">", clockOf(container).now())
    .first("i.id", "i.seller_id", "i.email", "i.role", "s.name as shop", "s.state")) as OpenInvitation | undefined
  return row ?? null
}

/**
 * Opens the account of the person who was invited; the link serves once.
 * @throws INVITATION_OVER | PASSWORD_TOO_WEAK | EMAIL_NOT_USABLE | BAD_INPUT
 */
export async function acceptInvitation(
  container: MedusaContainer,
  { token, personName, password }: { token: string; personName: string; password: string },
): Promise<string> {
  const over = () =>
    marketplaceError("INVITATION_OVER", "This invitation was used, taken back or is too old; ask for a new one")
  const invitation = await invitationOf(container, token)
  if (!invitation) throw over()
  const name = personName.trim().replace(/\s+/g, " ")
  if (!name || name.length > 80) throw badInput("Give your name", { field: "personName" })
  assertStrongPassword(password, [invitation.email, name, invitation.shop])
  const memberId = generateEntityId(undefined, "selmem")
  const actor = { type: "SELLER_MEMBER", id: memberId } as const
  await joinMember(container, { memberId, email: invitation.email, password }, () =>
    knexOf(container).transaction(async (trx) => {
      const now = clockOf(container).now()
      const used = await open(trx, now).where({ id: invitation.id }).update({ accepted_at: now })
      if (used === 0) throw over()
      await trx("marketplace_seller_member").insert({
        id: memberId,
        seller_id: invitation.seller_id,
        email: invitation.email,
        name,
        role: invitation.role,
        created_at: now,
      })
      if (invitation.state === "invited")
        await moveSeller(container, { sellerId: invitation.seller_id, moves: ["open_account"], actor }, trx)
      await recordAct(
        container,
        {
          actor,
          action: "team.join",
          subject: { type: "seller_member", id: memberId },
          sellerId: invitation.seller_id,
          details: { role: invitation.role },
        },
        trx,
      )
    }),
  )
  return memberId
}
