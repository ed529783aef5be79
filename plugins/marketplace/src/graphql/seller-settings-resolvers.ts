import type { IResolvers } from "@graphql-tools/utils"
import { badInput, clockOf, type GraphqlContext } from "@gondola/kit"
import { marketplaceOf } from "../modules/marketplace/resolve"
import { addHoliday, cancelHoliday } from "../sellers/holidays/holidays"
import { type Presentation, presentationOf, savePresentation } from "../sellers/presentation"
import type { Role } from "../sellers/roles"
import { closeSeller } from "../sellers/standing/closure"
import { complain } from "../sellers/standing/complaints"
import { inviteMember, readInvitations, revokeInvitation } from "../sellers/team/invitations"
import { changeRole, readTeam, removeMember } from "../sellers/team/members"
import { termsInForce } from "../sellers/terms/in-force"
import { acceptTerms, readTerms } from "../sellers/terms/terms"
import { actorOf } from "../trail/actor-of"
import { callerMember, callerSeller, found } from "./callers"
import { capitals, holidayViews, small, standingView } from "./seller-file-view"
import { factsLoader } from "./seller-view"

async function teamView(context: GraphqlContext) {
  const { seller, member } = await callerMember(context)
  const [members, invitations] = await Promise.all([
    readTeam(context.scope, seller.id),
    readInvitations(context.scope, seller.id),
  ])
  return {
    members: members.map((each) => ({ ...each, role: capitals(each.role), isCaller: each.id === member.id })),
    invitations: invitations.map((each) => ({ ...each, role: capitals(each.role) })),
    role: capitals(member.role),
  }
}

async function ownStanding(context: GraphqlContext, sellerId: string) {
  const [fresh] = await marketplaceOf(context.scope).listSellers({ id: sellerId })
  return standingView(context, found(fresh, "This seller"))
}

/** Team, closures, terms, page and standing of the caller's own shop. */
export const sellerSettingsResolvers: IResolvers<unknown, GraphqlContext> = {
  Query: {
    sellerTeam: (_source, _args, context) => teamView(context),

    sellerHolidays: async (_source, _args, context) => holidayViews(context, (await callerSeller(context)).id),

    async sellerTerms(_source, { locale }: { locale: "fr" | "en" }, context) {
      const seller = await callerSeller(context)
      const terms = await readTerms(context.scope)
      const accepted = (await factsLoader(context).load(seller.id))?.acceptedVersion ?? 0
      const inForce = termsInForce(terms, clockOf(context.scope).now())
      return terms.map((each) => ({
        ...each,
        body: each.body[locale],
        summary: each.summary[locale],
        inForce: each.version === inForce?.version,
        accepted: each.version <= accepted,
      }))
    },

    sellerPresentation: async (_source, _args, context) => presentationOf((await callerSeller(context)).presentation),

    sellerStanding: async (_source, _args, context) => standingView(context, await callerSeller(context)),
  },

  Mutation: {
    async inviteTeamMember(_source, { email, role }: { email: string; role: string }, context) {
      const seller = await callerSeller(context, "team")
      await inviteMember(context.scope, seller, { email, role: small<Role>(role), actor: actorOf(context) })
      return teamView(context)
    },

    async revokeTeamInvitation(_source, { id }: { id: string }, context) {
      const seller = await callerSeller(context, "team")
      await revokeInvitation(context.scope, seller.id, { id, actor: actorOf(context) })
      return teamView(context)
    },

    async changeTeamRole(_source, { memberId, role }: { memberId: string; role: string }, context) {
      const seller = await callerSeller(context, "team")
      await changeRole(context.scope, seller.id, { memberId, role: small<Role>(role), actor: actorOf(context) })
      return teamView(context)
    },

    async removeTeamMember(_source, { memberId }: { memberId: string }, context) {
      const seller = await callerSeller(context, "team")
      const view = await teamView(context)
      await removeMember(context.scope, seller.id, { memberId, actor: actorOf(context) })
      return { ...view, members: view.members.filter(({ id }) => id !== memberId) }
    },

    async addSellerHoliday(_source, { from, lastDay }: { from: string; lastDay: string }, context) {
      const seller = await callerSeller(context, "team")
      await addHoliday(context.scope, seller.id, { from, lastDay, actor: actorOf(context) })
      return holidayViews(context, seller.id)
    },

    async cancelSellerHoliday(_source, { id }: { id: string }, context) {
      const seller = await callerSeller(context, "team")
      await cancelHoliday(context.scope, seller.id, { id, actor: actorOf(context) })
      return holidayViews(context, seller.id)
    },

    async acceptSellerTerms(_source, { version }: { version: number }, context) {
      const seller = await callerSeller(context, "team")
      await acceptTerms(context.scope, seller.id, { version, actor: actorOf(context) })
      return true
    },

    async saveSellerPresentation(_source, presentation: Presentation, context) {
      const seller = await callerSeller(context, "team")
      return savePresentation(context.scope, seller.id, { presentation, actor: actorOf(context) })
    },

    async contestDecision(_source, { statementId, text }: { statementId: string; text: string }, context) {
      const seller = await callerSeller(context, "team")
      await complain(context.scope, seller, { statementId, text, actor: actorOf(context) })
      return ownStanding(context, seller.id)
    },

    async closeMyShop(_source, { confirmName, reason }: { confirmName: string; reason: string }, context) {
      const seller = await callerSeller(context, "team")
      if (confirmName.trim() !== seller.name)
        throw badInput("Type the shop's name as it is written to close it for good", { field: "confirmName" })
      await closeSeller(context.scope, {
        sellerId: seller.id,
        actor: actorOf(context),
        reason: reason.trim() || "Closed by the seller",
      })
      return ownStanding(context, seller.id)
    },
  },
}
