import type { IResolvers } from "@graphql-tools/utils"
import type { AuthenticationInput } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { type Actor, callerId, type GraphqlContext, GondolaError, pageRequest, rateLimit } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import type { PrivacySubject } from "../privacy/contributor"
import type { PrivacyRequestRow } from "../privacy/request-row"
import { exportData, mustFind, refuseRequest, requestErasure, settleErasure } from "../privacy/requests"
import { actorOf } from "../trail/actor-of"

const exportsOf = rateLimit("privacy-export", 5, 3600)
const passwordsOf = rateLimit("privacy-password", 5, 900)

interface Person {
  readonly email: string
  readonly subject: Actor
}

export const privacyResolvers: IResolvers<unknown, GraphqlContext> = {
  Query: {
    myPrivacyRequests: async (_source, _args, context) => {
      const rows = (await knexOf(context.scope)("marketplace_privacy_request")
        .where({ subject_id: callerId(context) })
        .orderBy("requested_at", "desc")
        .limit(20)) as PrivacyRequestRow[]
      return rows.map(requestView)
    },
    async privacyRequests(_source, args: { page?: number; pageSize?: number; state?: string | null }, context) {
      const { page, pageSize, skip, take } = pageRequest(args)
      const all = () => knexOf(context.scope)("marketplace_privacy_request")
      const wanted = () => (args.state ? all().where({ state: args.state.toLowerCase() }) : all())
      const [rows, count, open] = (await Promise.all([
        // Open ones first, the most urgent on top.
        wanted()
          .orderByRaw("state <> 'open', case when state = 'open' then due_at end, requested_at desc")
          .offset(skip)
          .limit(take),
        wanted().count("* as n").first(),
        all().where({ state: "open" }).count("* as n").first(),
      ])) as unknown as [PrivacyRequestRow[], { n: string }, { n: string }]
      return { items: rows.map(requestView), total: Number(count.n), open: Number(open.n), page, pageSize }
    },
  },

  Mutation: {
    async exportMyData(_source, _args, context) {
      await exportsOf.take(callerId(context))
      return exportData(context.scope, await self(context), actorOf(context))
    },
    async eraseMyAccount(_source, { password }: { password: string }, context) {
      const subject = await self(context)
      await passwordsOf.take(callerId(context))
      await assertPassword(context, subject.email, password)
      return requestView(await requestErasure(context.scope, subject, actorOf(context)))
    },
    exportPersonData: async (_source, { email, subject }: Person, context) =>
      exportData(context.scope, await mustFind(knexOf(context.scope), subject, { email }), actorOf(context)),
    requestErasure: async (_source, { email, subject }: Person, context) =>
      requestView(
        await requestErasure(
          context.scope,
          await mustFind(knexOf(context.scope), subject, { email }),
          actorOf(context),
        ),
      ),
    eraseNow: async (_source, { id }: { id: string }, context) =>
      requestView(await settleErasure(context.scope, id, { actor: actorOf(context), evenIfWaiting: true })),
    refusePrivacyRequest: async (_source, { id, reason }: { id: string; reason: string }, context) =>
      requestView(await refuseRequest(context.scope, id, { reason, actor: actorOf(context) })),
  },
}

const self = (context: GraphqlContext): Promise<PrivacySubject> =>
  mustFind(knexOf(context.scope), context.signedIn!.actor, { id: callerId(context) })

/** A browser that was left open does not erase its owner. */
async function assertPassword(context: GraphqlContext, email: string, password: string): Promise<void> {
  const body = { email, password }
  const answer = await context.scope.resolve(Modules.AUTH).authenticate("emailpass", { body } as AuthenticationInput)
  if (!answer.success) throw new GondolaError("WRONG_CREDENTIALS", "The password is wrong")
}

const requestView = (row: PrivacyRequestRow) => ({
  id: row.id,
  kind: row.kind.toUpperCase(),
  subject: row.subject,
  subjectId: row.subject_id,
  email: row.email,
  state: row.state.toUpperCase(),
  waitsFor: row.waits_for,
  reason: row.reason,
  requestedAt: row.requested_at,
  dueAt: row.due_at,
  settledAt: row.settled_at,
  touched: row.summary && Object.values(row.summary).reduce((a, rows) => a + rows, 0),
})
