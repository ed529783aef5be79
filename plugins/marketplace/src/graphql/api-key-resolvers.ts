import type { IResolvers } from "@graphql-tools/utils"
import { type GraphqlContext, pageRequest } from "@gondola/kit"
import type { ApiKeyRow } from "../api-keys/key-row"
import { createKey, listKeys, type Owner, revokeKey } from "../api-keys/manage-keys"
import { actorOf } from "../trail/actor-of"
import { callerSeller } from "./callers"

export const apiKeyResolvers: IResolvers<unknown, GraphqlContext> = {
  Query: {
    async apiKeys(_source, args: { page?: number | null; pageSize?: number | null }, context) {
      const { page, pageSize, skip, take } = pageRequest(args)
      const seller = await callerSeller(context)
      const [rows, total] = await listKeys(context.scope, seller.id, { skip, take })
      return { items: rows.map((row) => keyView(row, context.clock.now())), total, page, pageSize }
    },
  },
  Mutation: {
    async createApiKey(_source, args: { name: string; scopes: string[]; expiresInDays?: number | null }, context) {
      const draft = { ...args, expiresInDays: args.expiresInDays ?? null }
      const { key, row } = await createKey(context.scope, await owner(context), draft)
      return { key, apiKey: keyView(row, context.clock.now()) }
    },
    revokeApiKey: async (_source, { id }: { id: string }, context) =>
      keyView(await revokeKey(context.scope, await owner(context), id), context.clock.now()),
  },
}

const owner = async (context: GraphqlContext): Promise<Owner> => ({
  sellerId: (await callerSeller(context, "team")).id,
  actor: actorOf(context),
})

const keyView = (row: ApiKeyRow, now: Date) => ({
  id: row.id,
  name: row.name,
  prefix: row.prefix,
  scopes: row.scopes,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  lastUsedAt: row.last_used_at,
  revokedAt: row.revoked_at,
  valid: !row.revoked_at && (!row.expires_at || row.expires_at > now),
})
