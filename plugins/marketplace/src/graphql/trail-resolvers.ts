import type { IResolvers } from "@graphql-tools/utils"
import { type GraphqlContext, pageRequest } from "@gondola/kit"
import { actorIdsOf, orderIdsOf, sellerIdsOf } from "../trail/find-people"
import { namesOf } from "../trail/names"
import { sealActs } from "../trail/seal-acts"
import { searchTrail } from "../trail/search-trail"
import { verifyChain } from "../trail/verify-chain"

interface TrailArgs {
  readonly order?: string | null
  readonly seller?: string | null
  readonly actor?: string | null
  readonly action?: string | null
  readonly from?: Date | null
  readonly to?: Date | null
  readonly page?: number | null
  readonly pageSize?: number | null
}

const WITHOUT_FILTER_MS = 30 * 86_400_000

export const trailResolvers: IResolvers<unknown, GraphqlContext> = {
  Query: {
    async auditTrail(_source, args: TrailArgs, { scope, clock }) {
      const { page, pageSize, skip, take } = pageRequest(args)
      await sealActs(scope)
      const narrowed = [args.order, args.seller, args.actor, args.from].some((each) => each)
      const filter = {
        orderIds: args.order?.trim() ? await orderIdsOf(scope, args.order) : null,
        sellerIds: args.seller?.trim() ? await sellerIdsOf(scope, args.seller) : null,
        actorIds: args.actor?.trim() ? await actorIdsOf(scope, args.actor) : null,
        action: args.action?.trim() || null,
        from: narrowed ? args.from : new Date(clock.now().getTime() - WITHOUT_FILTER_MS),
        to: args.to,
      }
      const { entries, total } = await searchTrail(scope, filter, { skip, take })
      const names = await namesOf(
        scope,
        entries
          .flatMap((each) => [each.actor_id, each.seller_id, each.subject_id, each.order_id])
          .filter((id): id is string => Boolean(id)),
      )
      const items = entries.map((each) => ({
        id: `${each.source}:${each.id}`,
        source: each.source,
        at: each.at,
        actorType: each.actor_type,
        actorId: each.actor_id,
        actorName: (each.actor_id && names.get(each.actor_id)) || null,
        action: each.action,
        subjectType: each.subject_type,
        subjectId: each.subject_id,
        subjectName: names.get(each.subject_id) || null,
        orderNumber: numberOf(each.order_id && names.get(each.order_id)),
        orderId: each.order_id,
        sellerId: each.seller_id,
        sellerName: (each.seller_id && names.get(each.seller_id)) || null,
        details: JSON.stringify(each.details ?? {}),
        sealFits: each.sealFits,
      }))
      return { items, total, page, pageSize }
    },
    async checkTrail(_source, _args, { scope }) {
      await sealActs(scope)
      const { examined, findings } = await verifyChain(scope)
      return { sealed: examined, intact: findings.length === 0, findings: findings.slice(0, 100) }
    },
  },
}

/** An order is named by its number. */
const numberOf = (name: string | null | undefined): number | null => (name ? Number(name.slice(1)) || null : null)
