import { graphql, type ResultOf } from "@/graphql/graphql"
import { MoneyFragment } from "@/graphql/trader"
import { ask } from "./api"

export interface Units {
  lineId: string
  quantity: number
}

export interface FileDraft {
  name: string
  data: string
}

const QuoteQuery = graphql(
  `
    query CancellationQuote($accessToken: String!, $part: ID!, $lines: [UnitsInput!]) {
      cancellationQuote(accessToken: $accessToken, sellerOrderId: $part, lines: $lines) {
        units
        goods {
          ...Amount
        }
        delivery {
          ...Amount
        }
        total {
          ...Amount
        }
      }
    }
  `,
  [MoneyFragment],
)

export const cancellationQuote = async (accessToken: string, part: string, lines: Units[]) =>
  (await ask(QuoteQuery, { accessToken, part, lines })).cancellationQuote

const CancelMutation = graphql(`
  mutation CancelOrderPart($accessToken: String!, $part: ID!, $key: String!, $lines: [UnitsInput!]) {
    cancelOrderPart(accessToken: $accessToken, sellerOrderId: $part, key: $key, lines: $lines) {
      id
    }
  }
`)

export const cancelPart = (accessToken: string, part: string, cancelled: { key: string; lines: Units[] }) =>
  ask(CancelMutation, { accessToken, part, ...cancelled })

const MessageFragment = graphql(`
  fragment ShopperMessage on OrderMessage @_unmask {
    id
    side
    body
    masked
    at
    files {
      id
      name
    }
  }
`)

const ThreadQuery = graphql(
  `
    query ShopperThread($accessToken: String!, $part: ID!) {
      shopperThread(accessToken: $accessToken, sellerOrderId: $part) {
        orderNumber
        traderName
        unread
        messages {
          ...ShopperMessage
        }
      }
    }
  `,
  [MessageFragment],
)

export const threadOf = async (accessToken: string, part: string) =>
  (await ask(ThreadQuery, { accessToken, part })).shopperThread

export type Message = Awaited<ReturnType<typeof threadOf>>["messages"][number]

const ReadMutation = graphql(`
  mutation ShopperReads($accessToken: String!, $part: ID!) {
    shopperReadThread(accessToken: $accessToken, sellerOrderId: $part) {
      unread
    }
  }
`)

export const markRead = (accessToken: string, part: string) => ask(ReadMutation, { accessToken, part })

const WriteMutation = graphql(`
  mutation ShopperWrites($accessToken: String!, $part: ID!, $message: MessageInput!) {
    writeAsShopper(accessToken: $accessToken, sellerOrderId: $part, message: $message) {
      unread
    }
  }
`)

export const write = (accessToken: string, part: string, message: { key: string; body: string; files: FileDraft[] }) =>
  ask(WriteMutation, { accessToken, part, message })

const FileQuery = graphql(`
  query ShopperFile($accessToken: String!, $part: ID!, $file: ID!) {
    shopperMessageFile(accessToken: $accessToken, sellerOrderId: $part, fileId: $file) {
      name
      mime
      data
    }
  }
`)

export const messageFile = async (accessToken: string, part: string, file: string) =>
  (await ask(FileQuery, { accessToken, part, file })).shopperMessageFile

const DisputesQuery = graphql(
  `
    query ShopperDisputes($accessToken: String!) {
      shopperOrder(accessToken: $accessToken) {
        groups {
          id
          disputes {
            id
            number
            state
            reason
            dueAt
            endedAt
            statement
            moves
            claimed {
              ...Amount
            }
            offered {
              ...Amount
            }
            refunded {
              ...Amount
            }
            evidence {
              ...ShopperMessage
            }
          }
        }
      }
    }
  `,
  [MoneyFragment, MessageFragment],
)

type DisputeGroup = NonNullable<ResultOf<typeof DisputesQuery>["shopperOrder"]>["groups"][number]
export type Dispute = DisputeGroup["disputes"][number]

/** The latest first. */
export async function disputesOf(accessToken: string, part: string): Promise<Dispute[]> {
  const { shopperOrder } = await ask(DisputesQuery, { accessToken })
  const disputes = shopperOrder?.groups.find((group) => group.id === part)?.disputes ?? []
  return [...disputes].sort((one, other) => other.number - one.number)
}

const OpenMutation = graphql(`
  mutation OpenDispute($accessToken: String!, $part: ID!, $dispute: DisputeInput!) {
    openDisputeAsShopper(accessToken: $accessToken, sellerOrderId: $part, dispute: $dispute) {
      id
    }
  }
`)

export const DISPUTE_REASONS = [
  "NOT_RECEIVED",
  "DAMAGED",
  "NOT_AS_DESCRIBED",
  "WRONG_ITEM",
  "MISSING_ITEM",
  "OTHER",
] as const

export interface DisputeDraft {
  key: string
  reason: (typeof DISPUTE_REASONS)[number]
  lineIds: string[]
  claimed: number
  text: string
  files: FileDraft[]
}

export const openDispute = (accessToken: string, part: string, dispute: DisputeDraft) =>
  ask(OpenMutation, { accessToken, part, dispute })

const MoveMutation = graphql(`
  mutation MoveDispute($accessToken: String!, $part: ID!, $id: ID!, $move: DisputeMove!) {
    moveDisputeAsShopper(accessToken: $accessToken, sellerOrderId: $part, id: $id, move: $move) {
      id
    }
  }
`)

export type ShopperMove = "TAKE_OFFER" | "ESCALATE" | "WITHDRAW"

export const moveDispute = (accessToken: string, part: string, moved: { id: string; move: ShopperMove }) =>
  ask(MoveMutation, { accessToken, part, ...moved })

const AnswerMutation = graphql(`
  mutation AnswerDispute($accessToken: String!, $part: ID!, $id: ID!, $answer: DisputeAnswerInput!) {
    answerDisputeAsShopper(accessToken: $accessToken, sellerOrderId: $part, id: $id, answer: $answer) {
      id
    }
  }
`)

export const answerDispute = (
  accessToken: string,
  part: string,
  answered: { id: string; answer: { text: string; files: FileDraft[] } },
) => ask(AnswerMutation, { accessToken, part, ...answered })
