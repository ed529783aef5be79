import type { MedusaContainer } from "@medusajs/framework/types"
import { badInput, clockOf, conflict, type SignedIn } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"

export interface SavedView {
  readonly name: string
  /** The list's address without its page. */
  readonly query: string
}

/** Of whom and of which list; a person with two rooms has other views in each. */
export interface Shelf {
  readonly reader: Pick<SignedIn, "actor" | "id">
  readonly list: string
}

const MOST = 50

const own = ({ reader, list }: Shelf) => ({ actor: reader.actor, reader_id: reader.id, list })

export const readViews = async (container: MedusaContainer, shelf: Shelf): Promise<SavedView[]> =>
  (await knexOf(container)("marketplace_saved_view")
    .where(own(shelf))
    .orderByRaw("lower(name)")
    .select("name", "query")) as SavedView[]

/** The same name again replaces the view. @throws BAD_INPUT | CONFLICT when there are too many */
export async function saveView(container: MedusaContainer, shelf: Shelf, view: SavedView): Promise<void> {
  const name = view.name.trim().replace(/\s+/g, " ")
  if (!name || name.length > 60) throw badInput("Give the view a name of at most 60 letters", { field: "name" })
  if (view.query.length > 2000) throw badInput("These filters are too long to keep", { field: "query" })
  if (!/^[\w.-]{1,60}$/.test(shelf.list)) throw badInput("This is not a list", { field: "list" })
  await knexOf(container).transaction(async (trx) => {
    await trx.raw("select pg_advisory_xact_lock(hashtextextended(?, 0))", [`gondola:views:${shelf.reader.id}`])
    const mine = () => trx("marketplace_saved_view").where(own(shelf))
    await mine().whereRaw("lower(name) = lower(?)", [name]).delete()
    const [count] = (await mine().count("* as n")) as { n: string }[]
    if (Number(count?.n) >= MOST) throw conflict(`A list keeps ${MOST} views: forget one first`)
    await trx("marketplace_saved_view").insert({
      ...own(shelf),
      name,
      query: view.query,
      at: clockOf(container).now(),
    })
  })
}

export async function forgetView(container: MedusaContainer, shelf: Shelf, name: string): Promise<void> {
  await knexOf(container)("marketplace_saved_view")
    .where(own(shelf))
    .whereRaw("lower(name) = lower(?)", [name.trim()])
    .delete()
}
