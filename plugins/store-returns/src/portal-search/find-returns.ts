import { anywhere, type SearchSource } from "@gondola/marketplace"
import { staffOf } from "../desk/desk"
import { databaseOf } from "../settlement/database"

interface Found {
  readonly id: string
  readonly number: string
  readonly orderNumber: number
  readonly clerk: string
}

/** A clerk finds the returns of its own shop by their number or their order's. */
export const findReturns: SearchSource = async (context, text, limit) => {
  if (context.signedIn?.actor !== "SHOP_STAFF") return []
  const { shop } = await staffOf(context)
  const digits = /^#?(\d{1,9})$/.exec(text)
  const rows = (await databaseOf(context.scope)("store_return")
    .where({ shop_id: shop.id })
    .where((either) => {
      void either.whereILike("number", anywhere(text))
      if (digits) void either.orWhere("order_number", Number(digits[1]))
    })
    .orderBy("opened_at", "desc")
    .limit(limit)
    .select("id", "number", "order_number as orderNumber", "clerk_name as clerk")) as Found[]
  return rows.map((row) => ({
    type: "RETURN",
    id: row.id,
    title: row.number,
    subtitle: `#${row.orderNumber} · ${row.clerk}`,
  }))
}
