import type { ResultOf } from "../api/graphql"
import { graphql } from "../api/graphql"

export const FigureFields = graphql(`
  fragment FigureFields on Figure @_unmask {
    code
    unit
    currency
    value
    previous
    target
    better
    days {
      day
      value
    }
    before {
      day
      value
    }
  }
`)

export const OperatorBoardQuery = graphql(
  `
    query OperatorBoard($days: Int!) {
      operatorBoard(days: $days) {
        days
        from
        to
        figures {
          ...FigureFields
        }
      }
    }
  `,
  [FigureFields],
)

export const SellerBoardQuery = graphql(
  `
    query SellerBoard($days: Int!) {
      sellerBoard(days: $days) {
        days
        from
        to
        figures {
          ...FigureFields
        }
      }
    }
  `,
  [FigureFields],
)

export const FigureRowsQuery = graphql(`
  query FigureRows($code: FigureCode!, $days: Int!, $page: Int!, $pageSize: Int!) {
    figureRows(code: $code, days: $days, page: $page, pageSize: $pageSize) {
      total
      page
      pageSize
      columns {
        key
        kind
      }
      items {
        key
        about {
          type
          id
        }
        cells {
          text
          number
          at
          currency
        }
      }
    }
  }
`)

export const SetTargetMutation = graphql(`
  mutation SetFigureTarget($code: FigureCode!, $value: Float) {
    setFigureTarget(code: $code, value: $value)
  }
`)

export type Board = ResultOf<typeof OperatorBoardQuery>["operatorBoard"]
export type Figure = ResultOf<typeof FigureFields>
export type FigureCode = Figure["code"]
export type FigureRowPage = ResultOf<typeof FigureRowsQuery>["figureRows"]

/** What belongs together on a board, in the order in which it is read. */
export const GROUPS: readonly { name: "sales" | "audience" | "service" | "catalogue"; codes: readonly FigureCode[] }[] =
  [
    { name: "sales", codes: ["GOODS_SOLD", "K1", "UNITS_SOLD", "K19", "REFUNDED"] },
    { name: "audience", codes: ["K2", "K20", "K20_SLOW", "PAGE_VIEWS", "OFFER_CONVERSION", "K6", "K5", "K28"] },
    { name: "service", codes: ["K7", "K9", "K3", "K4"] },
    { name: "catalogue", codes: ["BUY_BOX_SHARE", "K8", "K10", "K11"] },
  ]

export const PERIODS = [7, 30, 90] as const
export type Period = (typeof PERIODS)[number]

export const periodOf = (text: string): Period => PERIODS.find((days) => String(days) === text) ?? 30
