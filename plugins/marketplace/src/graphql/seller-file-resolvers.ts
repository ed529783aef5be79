import type { IResolvers } from "@graphql-tools/utils"
import { type GraphqlContext, rateLimit } from "@gondola/kit"
import { marketplaceOf } from "../modules/marketplace/resolve"
import { handInApplication } from "../sellers/application/hand-in"
import { type AccountDraft, openSellerAccount } from "../sellers/application/open-account"
import type { SellerPatch } from "../sellers/application/patch"
import { saveSellerData } from "../sellers/application/save"
import type { LegalForm } from "../sellers/checklist/requirement"
import { checkIdentifier } from "../sellers/identifiers"
import { saveBankAccount, saveEprNumber } from "../sellers/numbers"
import { acceptInvitation, invitationOf } from "../sellers/team/invitations"
import { acceptTermsInForce } from "../sellers/terms/terms"
import { actorOf } from "../trail/actor-of"
import { callerMember, found } from "./callers"
import { capitals, sellerFileView, small } from "./seller-file-view"

/** Each costs a password hash: few an hour. */
const accountsByAddress = rateLimit("seller-account-address", 30, 3600)
const accountsByEmail = rateLimit("seller-account-email", 10, 3600)
const checksByAddress = rateLimit("identifier-check", 300, 60)
const linksByAddress = rateLimit("invitation-link", 60, 900)

type PatchInput = Omit<SellerPatch, "legalForm"> & {
  readonly legalForm?: string | null
  readonly acceptsTerms?: boolean | null
}

async function ownFile(context: GraphqlContext) {
  const { seller, member } = await callerMember(context)
  const [fresh] = await marketplaceOf(context.scope).listSellers({ id: seller.id })
  return sellerFileView(context, found(fresh, "This seller"), member.role)
}

/** The application and whatever a seller changes of its own data. */
export const sellerFileResolvers: IResolvers<unknown, GraphqlContext> = {
  Query: {
    sellerFile: (_source, _args, context) => ownFile(context),

    async checkIdentifier(_source, args: { kind: string; value: string; countryCode: string }, context) {
      await checksByAddress.take(context.address)
      const check = checkIdentifier(small(args.kind), args.countryCode, args.value)
      return { ok: check.ok, value: check.ok ? check.value : null, message: check.ok ? null : check.message }
    },

    async sellerInvitation(_source, { token }: { token: string }, context) {
      await linksByAddress.take(context.address)
      const invitation = await invitationOf(context.scope, token)
      return invitation && { ...invitation, role: capitals(invitation.role) }
    },
  },

  Mutation: {
    async startSellerApplication(_source, { input }: { input: AccountDraft }, context) {
      await accountsByAddress.take(context.address)
      await accountsByEmail.take(input.email)
      const { sellerId } = await openSellerAccount(context.scope, input)
      return { sellerId, state: "APPLIED" }
    },

    async acceptSellerInvitation(
      _source,
      args: { token: string; personName: string; password: string },
      context: GraphqlContext,
    ) {
      await linksByAddress.take(context.address)
      await acceptInvitation(context.scope, args)
      return true
    },

    async saveSellerFile(_source, { input: { acceptsTerms, ...input } }: { input: PatchInput }, context) {
      const { seller } = await callerMember(context, "team")
      const patch: SellerPatch = { ...input, legalForm: input.legalForm ? small<LegalForm>(input.legalForm) : null }
      if (acceptsTerms) await acceptTermsInForce(context.scope, seller.id, actorOf(context))
      const problems = await saveSellerData(context.scope, seller.id, { patch, actor: actorOf(context) })
      return { file: await ownFile(context), problems }
    },

    async saveEprNumber(_source, { stream, number }: { stream: string; number: string }, context) {
      const { seller } = await callerMember(context, "team")
      await saveEprNumber(context.scope, seller.id, { stream: small(stream), number, actor: actorOf(context) })
      return ownFile(context)
    },

    async saveBankAccount(_source, { iban }: { iban: string }, context) {
      const { seller } = await callerMember(context, "finance")
      await saveBankAccount(context.scope, seller, { iban, actor: actorOf(context) })
      return ownFile(context)
    },

    async handInApplication(_source, _args, context) {
      const { seller } = await callerMember(context, "team")
      await handInApplication(context.scope, seller.id, actorOf(context))
      return ownFile(context)
    },
  },
}
