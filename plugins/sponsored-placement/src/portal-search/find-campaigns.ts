import { anywhere, type SearchSource } from "@gondola/marketplace"
import { callerId } from "@gondola/kit"
import { advertiserOfMember } from "../advertisers/advertiser-rows"
import { sponsoredOf } from "../modules/sponsored-placement/resolve"

interface Found {
  readonly id: string
  readonly name: string
  readonly advertiser: string
}

/** A brand finds its own campaigns by name; the operator those of all. */
export const findCampaigns: SearchSource = async (context, text, limit) => {
  const { db } = sponsoredOf(context.scope)
  const actor = context.signedIn?.actor
  if (actor !== "OPERATOR" && actor !== "BRAND_MEMBER") return []
  const query = db("sponsored_campaign as c")
    .join("sponsored_advertiser as a", "a.id", "c.advertiser_id")
    .orderBy("c.created_at", "desc")
    .limit(limit)
    .select("c.id", "c.name", "a.name as advertiser")
  if (actor === "BRAND_MEMBER") {
    const { id } = await advertiserOfMember(db, callerId(context))
    void query.where("c.advertiser_id", id).whereILike("c.name", anywhere(text))
  } else {
    void query.where((either) => either.whereILike("c.name", anywhere(text)).orWhereILike("a.name", anywhere(text)))
  }
  const rows = (await query) as Found[]
  return rows.map((row) => ({ type: "CAMPAIGN", id: row.id, title: row.name, subtitle: row.advertiser }))
}
