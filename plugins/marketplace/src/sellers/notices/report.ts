import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { badInput, clockOf, notFound } from "@gondola/kit"
import { knexOf } from "../../modules/marketplace/resolve"
import { notify } from "../../notifications/notify"
import { recordAct } from "../../trail/record-act"
import { noticeReceivedLetter, noticeToDecideLetter } from "../letters/notices"
import { hashOf, newToken } from "../team/tokens"
import { tellOperator } from "../tell"

export const NOTICE_CATEGORIES = [
  "counterfeit",
  "unsafe",
  "forbidden",
  "misleading",
  "intellectual_property",
  "personal_data",
  "minors",
  "other",
] as const
export type NoticeCategory = (typeof NOTICE_CATEGORIES)[number]

export interface Report {
  readonly subject: { readonly type: "product" | "offer" | "seller"; readonly id: string }
  readonly category: NoticeCategory
  readonly explanation: string
  /** Not needed where a minor is harmed (DSA art. 16 (2) c). */
  readonly reporterName?: string | null
  readonly reporterEmail?: string | null
  readonly goodFaith: boolean
  readonly locale: "fr" | "en"
}

/**
 * Notice of something unlawful (DSA art. 16): anybody may send it, and gets a receipt with a way to follow it.
 * @throws BAD_INPUT | NOT_FOUND
 */
export async function report(container: MedusaContainer, given: Report): Promise<{ number: number; token: string }> {
  const explanation = given.explanation.trim()
  if (explanation.length < 20 || explanation.length > 5000)
    throw badInput("Say why you think this is unlawful (20 to 5,000 characters)", { field: "explanation" })
  if (!given.goodFaith) throw badInput("Confirm that what you say is true to your knowledge", { field: "goodFaith" })
  const name = given.reporterName?.trim().slice(0, 200) || null
  const email = given.reporterEmail?.trim().toLowerCase() || null
  const anonymous = given.category === "minors"
  if (!anonymous && !name) throw badInput("Give your name", { field: "reporterName" })
  if ((!anonymous || email) && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email ?? ""))
    throw badInput("This is not an e-mail address", { field: "reporterEmail" })
  const subject = await subjectOf(container, given.subject)
  const now = clockOf(container).now()
  const id = generateEntityId(undefined, "notice")
  const token = newToken()
  const number = await knexOf(container).transaction(async (trx) => {
    const [row] = (await trx("marketplace_notice")
      .insert({
        id,
        subject_type: given.subject.type,
        subject_id: subject.id,
        subject_label: subject.label,
        seller_id: subject.sellerId,
        category: given.category,
        explanation,
        reporter_name: name,
        reporter_email: email,
        locale: given.locale,
        token_hash: hashOf(token),
        state: "received",
        received_at: now,
      })
      .returning("number")) as { number: string }[]
    const made = Number(row?.number)
    await recordAct(
      container,
      {
        actor: { type: "GUEST", id: "guest" },
        action: "notice.receive",
        subject: { type: "notice", id },
        sellerId: subject.sellerId,
        details: { category: given.category, subject: given.subject },
      },
      trx,
    )
    if (email)
      await notify(
        container,
        {
          key: `notice.received:${id}`,
          kind: "notice.received",
          letter: noticeReceivedLetter(made, subject.label, reportPath(given.locale, token)),
          to: { email, locale: given.locale },
        },
        trx,
      )
    await tellOperator(
      container,
      {
        key: `notice.to_decide:${id}`,
        kind: "notice.to_decide",
        letter: noticeToDecideLetter(made, subject.label),
        about: { type: "notice", id },
      },
      trx,
    )
    return made
  })
  return { number, token }
}

/** In the storefront. */
export const reportPath = (locale: "fr" | "en", token: string): string => `/${locale}/report/${token}`

interface Subject {
  readonly id: string
  readonly label: string
  readonly sellerId: string | null
}

async function subjectOf(container: MedusaContainer, { type, id }: Report["subject"]): Promise<Subject> {
  const knex = knexOf(container)
  // A product and a seller are named by the address of their page.
  const row = (await (type === "seller"
    ? knex("marketplace_seller").where({ handle: id }).first("id", "name as label", "id as sellerId")
    : type === "offer"
      ? knex("marketplace_offer as o")
          .join("product as p", "p.id", "o.catalogue_product_id")
          .join("marketplace_seller as s", "s.id", "o.seller_id")
          .where("o.id", id)
          .first("o.id", knex.raw("p.title || ' (' || s.name || ')' as label"), "o.seller_id as sellerId")
      : knex("product as p")
          .join("marketplace_product_sheet as x", "x.product_id", "p.id")
          .where("p.handle", id)
          .whereNull("x.owner_seller_id")
          .first("p.id", "p.title as label", knex.raw('null as "sellerId"')))) as Subject | undefined
  const found = row ?? (type === "offer" ? await retailersOffer(container, id) : undefined)
  if (!found) throw notFound("What you report")
  return found
}

/** The retailer's offer is the variant itself, and is named by it. */
async function retailersOffer(container: MedusaContainer, id: string): Promise<Subject | undefined> {
  const knex = knexOf(container)
  return (await knex("product_variant as v")
    .join("product as p", "p.id", "v.product_id")
    .join("marketplace_product_sheet as x", "x.product_id", "p.id")
    .where("v.id", id)
    .whereNull("x.owner_seller_id")
    .first(
      "v.id",
      knex.raw("p.title || ' (' || (select name from marketplace_retailer) || ')' as label"),
      knex.raw('null as "sellerId"'),
    )) as Subject | undefined
}
