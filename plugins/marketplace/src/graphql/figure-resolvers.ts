import { readFileSync } from "node:fs"
import { join } from "node:path"
import { callerId, type GraphqlContext, type GraphqlPart, pageRequest, rateLimit } from "@gondola/kit"
import { FigureBook, setFigureTarget } from "../figures/board"
import type { FigureCode, FigureScope, FigureSource } from "../figures/figure"
import { countFind, type Find } from "../figures/finds"
import { countPage, isPerson, type PageSeen } from "../figures/pages"
import { callerSeller } from "./callers"

/** A person who leafs fast stays below it; a script that would bend the figures does not. */
const pagesByAddress = rateLimit("note-page", 240, 60)

/** A session has one. */
const findsByAddress = rateLimit("note-find", 12, 600)

interface RowsAsked {
  readonly code: FigureCode
  readonly days: number
  readonly page: number
  readonly pageSize: number
}

const scopeOf = async (context: GraphqlContext): Promise<FigureScope> =>
  context.signedIn?.actor === "SELLER_MEMBER"
    ? { sellerId: (await callerSeller(context)).id }
    : // @auth lets nobody else in than the operator.
      { sellerId: null }

/** Boards and their rows: this plugin's figures and those the application brings from the others. */
export function figuresGraphql(sources: readonly FigureSource[] = []): GraphqlPart {
  const book = new FigureBook(sources)
  const board = async (_source: unknown, { days }: { days: number }, context: GraphqlContext) =>
    book.board(context.scope, await scopeOf(context), days)
  return {
    typeDefs: readFileSync(join(__dirname, "figures.graphql"), "utf8"),
    resolvers: {
      Query: {
        operatorBoard: board,
        sellerBoard: board,
        figureRows: async (_source: unknown, args: RowsAsked, context: GraphqlContext) => {
          const page = pageRequest(args)
          const scope = await scopeOf(context)
          const { rows, ...rest } = await book.rows(context.scope, scope, { code: args.code, days: args.days, page })
          return { ...rest, items: rows, page: page.page, pageSize: page.pageSize }
        },
      },
      Mutation: {
        setFigureTarget: async (
          _source: unknown,
          target: { code: FigureCode; value?: number | null },
          context: GraphqlContext,
        ) => {
          await setFigureTarget(context.scope, callerId(context), { code: target.code, value: target.value ?? null })
          return true
        },
        notePage: async (_source: unknown, page: PageSeen, context: GraphqlContext) => {
          await pagesByAddress.take(context.address)
          if (!isPerson(context.header("user-agent"))) return false
          await countPage(context.scope, { ...page, productId: page.productId ?? null })
          return true
        },
        noteFind: async (_source: unknown, find: Find, context: GraphqlContext) => {
          await findsByAddress.take(context.address)
          if (!isPerson(context.header("user-agent"))) return false
          await countFind(context.scope, find)
          return true
        },
      },
    },
  }
}
