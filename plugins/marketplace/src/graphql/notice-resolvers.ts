import type { IResolvers } from "@graphql-tools/utils"
import { type GraphqlContext, pageRequest, rateLimit } from "@gondola/kit"
import { decideNotice } from "../sellers/notices/decide"
import { answerContest, contestNotice, type Notice, noticeOfToken, readNotices } from "../sellers/notices/read-notices"
import { report, type Report } from "../sellers/notices/report"
import { actorOf } from "../trail/actor-of"
import { found } from "./callers"
import { capitals, small } from "./seller-file-view"

const reportsByAddress = rateLimit("notice-report", 20, 3600)
const linksByAddress = rateLimit("notice-link", 120, 900)

interface NoticeInput {
  readonly subject: string
  readonly subjectId: string
  readonly category: string
  readonly explanation: string
  readonly reporterName?: string | null
  readonly reporterEmail?: string | null
  readonly goodFaith: boolean
  readonly locale: "fr" | "en"
}

const noticeView = (notice: Notice) => ({
  ...notice,
  subject: capitals(notice.subjectType),
  category: capitals(notice.category),
  state: capitals(notice.state),
  decision: notice.decision && capitals(notice.decision),
  complaint: notice.complaint && {
    ...notice.complaint,
    outcome: notice.complaint.outcome && capitals(notice.complaint.outcome),
  },
})

const one = async (context: GraphqlContext, id: string) => {
  const { items } = await readNotices(context.scope, { id }, { page: 1, pageSize: 1, skip: 0, take: 1 })
  return noticeView(found(items[0], "This report"))
}

/** Reports of what is unlawful: anybody sends, the operator decides. */
export const noticeResolvers: IResolvers<unknown, GraphqlContext> = {
  Query: {
    async reportedNotice(_source, { token }: { token: string }, context) {
      await linksByAddress.take(context.address)
      const notice = await noticeOfToken(context.scope, token)
      return notice && noticeView(notice)
    },

    async notices(
      _source,
      args: { page: number; pageSize: number; search?: string | null; state?: string | null },
      context: GraphqlContext,
    ) {
      const page = pageRequest(args)
      const state = args.state ? small<"received" | "decided">(args.state) : null
      const { items, total } = await readNotices(context.scope, { state, search: args.search }, page)
      return { ...page, total, items: items.map(noticeView) }
    },
  },

  Mutation: {
    async reportNotice(_source, { input }: { input: NoticeInput }, context) {
      await reportsByAddress.take(context.address)
      return report(context.scope, {
        ...input,
        subject: { type: small<Report["subject"]["type"]>(input.subject), id: input.subjectId },
        category: small<Report["category"]>(input.category),
      })
    },

    async contestNotice(_source, { token, text }: { token: string; text: string }, context) {
      await linksByAddress.take(context.address)
      await contestNotice(context.scope, token, text)
      return noticeView(found(await noticeOfToken(context.scope, token), "This report"))
    },

    async decideNotice(
      _source,
      args: { id: string; decision: string; reasons: string; ground: string; redress?: string | null },
      context: GraphqlContext,
    ) {
      await decideNotice(context.scope, {
        noticeId: args.id,
        decision: small(args.decision),
        reasons: args.reasons,
        ground: small(args.ground),
        illegalGoods: args.redress?.trim() ? { redress: args.redress } : null,
        actor: actorOf(context),
      })
      return one(context, args.id)
    },

    async answerNoticeComplaint(_source, args: { id: string; outcome: string; answer: string }, context) {
      const noticeId = await answerContest(context.scope, {
        complaintId: args.id,
        outcome: small(args.outcome),
        answer: args.answer,
        actor: actorOf(context),
      })
      return one(context, noticeId)
    },
  },
}
