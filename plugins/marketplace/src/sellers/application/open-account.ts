import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { assertStrongPassword, badInput, clockOf } from "@gondola/kit"
import { knexOf } from "../../modules/marketplace/resolve"
import { recordAct } from "../../trail/record-act"
import { resumeLetter } from "../letters/application"
import { tellSeller } from "../tell"
import { joinMember } from "../team/join-member"
import { freeHandle } from "./handle"

export interface AccountDraft {
  readonly email: string
  readonly password: string
  /** Of the person. */
  readonly personName: string
  readonly shopName: string
  readonly countryCode: string
  readonly locale: "fr" | "en"
}

/**
 * An account and an empty file: everything else is filled in at the applicant's own pace. The way back is mailed.
 * @throws BAD_INPUT | PASSWORD_TOO_WEAK | EMAIL_NOT_USABLE
 */
export async function openSellerAccount(
  container: MedusaContainer,
  draft: AccountDraft,
): Promise<{ sellerId: string; memberId: string }> {
  const name = (text: string, field: string): string => {
    const trimmed = text.trim().replace(/\s+/g, " ")
    if (!trimmed || trimmed.length > 80) throw badInput("Give a name of at most 80 characters", { field })
    return trimmed
  }
  const email = draft.email.trim().toLowerCase()
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) || email.length > 254)
    throw badInput("This is not an e-mail address", { field: "email" })
  const countryCode = draft.countryCode.trim().toLowerCase()
  if (!/^[a-z]{2}$/.test(countryCode))
    throw badInput("The country is two letters, such as fr", { field: "countryCode" })
  const personName = name(draft.personName, "personName")
  const shopName = name(draft.shopName, "shopName")
  assertStrongPassword(draft.password, [email, personName, shopName])
  const sellerId = generateEntityId(undefined, "sel")
  const memberId = generateEntityId(undefined, "selmem")
  const now = clockOf(container).now()
  await joinMember(container, { memberId, email, password: draft.password }, () =>
    knexOf(container).transaction(async (trx) => {
      const seller = {
        id: sellerId,
        handle: await freeHandle(trx, shopName),
        name: shopName,
        state: "applied",
        legal_name: "",
        street: "",
        postal_code: "",
        city: "",
        country_code: countryCode,
        email,
        phone: "",
        registration_number: "",
        self_certified: false,
        accepts_shop_returns: false,
        locale: draft.locale,
        applied_at: now,
        state_changed_at: now,
      } as const
      await trx("marketplace_seller").insert(seller)
      await trx("marketplace_seller_member").insert({
        id: memberId,
        seller_id: sellerId,
        email,
        name: personName,
        role: "owner",
        created_at: now,
      })
      await trx("marketplace_seller_event").insert({
        id: generateEntityId(undefined, "selevt"),
        seller_id: sellerId,
        from_state: null,
        to_state: "applied",
        actor: memberId,
        at: now,
      })
      await recordAct(
        container,
        {
          actor: { type: "SELLER_MEMBER", id: memberId },
          action: "seller.open_account",
          subject: { type: "seller", id: sellerId },
          sellerId,
        },
        trx,
      )
      await tellSeller(
        container,
        seller,
        { key: `seller.resume:${sellerId}`, kind: "seller.application", letter: resumeLetter(shopName) },
        trx,
      )
    }),
  )
  return { sellerId, memberId }
}
