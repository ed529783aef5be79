import type { MedusaContainer } from "@medusajs/framework/types"
import { badInput, clockOf } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import { availability } from "./availability"
import { buyBoxShare } from "./buy-box-figure"
import { sheetsAdded, wellPictured } from "./catalogue-figures"
import { partiallyShipped, punctuality } from "./delivery-figures"
import type { FigureCode, FigureRows, FigureScope, FigureSource, Paged } from "./figure"
import { slowFinds, timeToProduct } from "./finds"
import { goodsSold, marketplaceShare, ordersPerDay, refunded, unitsSold } from "./order-figures"
import { conversion, pageViews, sessions } from "./pages"
import { periods } from "./period"
import { type Figure, summarise } from "./summarise"

/** What this plugin measures itself; others bring theirs (src/figures). */
const OWN: readonly FigureSource[] = [
  ordersPerDay,
  goodsSold,
  unitsSold,
  refunded,
  sessions,
  punctuality,
  availability,
  partiallyShipped,
  sheetsAdded,
  wellPictured,
  marketplaceShare,
  timeToProduct,
  slowFinds,
  pageViews,
  conversion,
  buyBoxShare,
]

export interface TargetedFigure extends Figure {
  readonly target: number | null
}

export interface Board {
  readonly days: number
  readonly from: string
  readonly to: string
  readonly figures: readonly TargetedFigure[]
}

export class FigureBook {
  readonly #sources: ReadonlyMap<FigureCode, FigureSource>

  /** @throws when two sources claim one figure */
  constructor(others: readonly FigureSource[]) {
    const all = [...OWN, ...others]
    this.#sources = new Map(all.map((source) => [source.code, source]))
    if (this.#sources.size !== all.length) throw new Error("two sources claim the same figure")
  }

  /** Every figure of a board, each with its period, the one before, and its target. @throws BAD_INPUT */
  async board(container: MedusaContainer, scope: FigureScope, length: number): Promise<Board> {
    const { current, previous, both } = periods(clockOf(container).now(), length)
    const sources = [...this.#sources.values()].filter((source) => source.boards.includes(boardOf(scope)))
    const targets = await readTargets(container)
    const figures: Figure[] = []
    // A few at a time: a board must not take every connection of the pool.
    for (let at = 0; at < sources.length; at += 4) {
      const some = sources.slice(at, at + 4)
      const parts = await Promise.all(some.map((source) => source.parts(container, both, scope)))
      some.forEach((source, i) =>
        figures.push(...summarise(source, parts[i]!, { current: current.days, previous: previous.days })),
      )
    }
    return {
      days: length,
      from: current.days[0]!,
      to: current.days[current.days.length - 1]!,
      figures: figures.map((figure) => ({
        ...figure,
        // A target is the operator's for the whole marketplace; a seller is measured by its service levels.
        target: scope.sellerId === null ? (targets.get(figure.code) ?? null) : null,
      })),
    }
  }

  /** The rows behind a figure. @throws BAD_INPUT for a figure that this board does not have */
  rows(
    container: MedusaContainer,
    scope: FigureScope,
    asked: { readonly code: FigureCode; readonly days: number; readonly page: Paged },
  ): Promise<FigureRows> {
    const source = this.#sources.get(asked.code)
    if (!source?.boards.includes(boardOf(scope))) throw badInput(`${asked.code} is not measured on this board`)
    const { current } = periods(clockOf(container).now(), asked.days)
    return source.rows(container, current, { ...scope, page: asked.page })
  }
}

const boardOf = (scope: FigureScope): "OPERATOR" | "SELLER" => (scope.sellerId === null ? "OPERATOR" : "SELLER")

async function readTargets(container: MedusaContainer): Promise<ReadonlyMap<string, number>> {
  const rows = (await knexOf(container)("marketplace_figure_target").select("code", "value")) as {
    code: string
    value: number
  }[]
  return new Map(rows.map((row) => [row.code, row.value]))
}

/** null takes the target away. @throws BAD_INPUT for a target that no figure could meet */
export async function setFigureTarget(
  container: MedusaContainer,
  actor: string,
  target: { readonly code: FigureCode; readonly value: number | null },
): Promise<void> {
  const { code, value } = target
  const knex = knexOf(container)
  if (value === null) {
    await knex("marketplace_figure_target").where({ code }).delete()
    return
  }
  if (!Number.isFinite(value) || value < 0 || value > 1e12) throw badInput("A target is a number from 0")
  await knex("marketplace_figure_target")
    .insert({ code, value, set_by: actor, set_at: clockOf(container).now() })
    .onConflict("code")
    .merge()
}
