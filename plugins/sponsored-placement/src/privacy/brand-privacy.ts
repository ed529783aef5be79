import { erased, inTable, nobody, type PrivacyContributor, places } from "@gondola/marketplace"

const LIVE = ["IN_REVIEW", "ACTIVE", "PAUSED"]

export const findBrandMember = inTable("BRAND_MEMBER", {
  table: "sponsored_brand_member",
  names: ["first_name", "last_name"],
  keepsGone: false,
})

/** Who works for a brand. Clicks and auctions name a session's hash and a product, never a person. */
export const brandPrivacy: PrivacyContributor = {
  name: "brand",
  places: {
    ...places(erased, "sponsored_brand_member"),
    ...places(nobody("the firm that pays, and what it calls its campaigns"), "sponsored_advertiser"),
    ...places(nobody("the firm that pays, and what it calls its campaigns"), "sponsored_campaign"),
    sponsored_click: nobody("why a click was not charged; the session is a hash with the day's salt"),
  },
  async collect(knex, { kind, ids }) {
    if (kind !== "BRAND_MEMBER") return {}
    return {
      member: await knex("sponsored_brand_member as m")
        .join("sponsored_advertiser as v", "v.id", "m.advertiser_id")
        .whereIn("m.id", [...ids])
        .select("m.id", "m.email", "m.first_name", "m.last_name", "m.created_at", "v.name as brand"),
    }
  },
  async erase(trx, { kind, ids }) {
    if (kind !== "BRAND_MEMBER") return {}
    return {
      sponsored_brand_member: await trx("sponsored_brand_member")
        .whereIn("id", [...ids])
        .delete(),
    }
  },
  /** The last one of a brand: money in the wallet and campaigns would have nobody who answers for them. */
  async waitsFor(knex, { kind, id }) {
    if (kind !== "BRAND_MEMBER") return null
    const alone = (await knex("sponsored_advertiser as v")
      .join("sponsored_brand_member as m", "m.advertiser_id", "v.id")
      .where("m.id", id)
      .whereNotExists(
        knex("sponsored_brand_member as other")
          .whereRaw("other.advertiser_id = v.id")
          .whereNot("other.id", id)
          .select("other.id"),
      )
      .where((open) => {
        void open
          .where("v.balance_micros", ">", 0)
          .orWhereExists(
            knex("sponsored_campaign as c").whereRaw("c.advertiser_id = v.id").whereIn("c.state", LIVE).select("c.id"),
          )
      })
      .first("v.id")) as { id: string } | undefined
    return alone ? "WALLET" : null
  },
}
