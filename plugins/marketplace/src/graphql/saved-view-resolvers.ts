import type { IResolvers } from "@graphql-tools/utils"
import { callerId, type GraphqlContext } from "@gondola/kit"
import { forgetView, readViews, saveView, type Shelf } from "../saved-views/saved-views"

const shelfOf = (context: GraphqlContext, list: string): Shelf => ({
  reader: { actor: context.signedIn!.actor, id: callerId(context) },
  list,
})

/** Every query starts from the caller: there is nobody else's view to name. */
export const savedViewResolvers: IResolvers<unknown, GraphqlContext> = {
  Query: {
    savedViews: (_source, { list }: { list: string }, context) => readViews(context.scope, shelfOf(context, list)),
  },
  Mutation: {
    saveView: async (_source, args: { list: string; name: string; query: string }, context) => {
      await saveView(context.scope, shelfOf(context, args.list), args)
      return readViews(context.scope, shelfOf(context, args.list))
    },
    forgetView: async (_source, { list, name }: { list: string; name: string }, context) => {
      await forgetView(context.scope, shelfOf(context, list), name)
      return readViews(context.scope, shelfOf(context, list))
    },
  },
}
