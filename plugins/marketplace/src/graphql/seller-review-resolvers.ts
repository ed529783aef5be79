import type { IResolvers } from "@graphql-tools/utils"
import { callerId, clockOf, conflict, type GraphqlContext } from "@gondola/kit"
import { knexOf, marketplaceOf } from "../modules/marketplace/resolve"
import type { EprStream, LegalForm, Requirement } from "../sellers/checklist/requirement"
import { readRequirements } from "../sellers/checklist/requirement-store"
import { type RequirementDraft, retireRequirement, saveRequirement } from "../sellers/checklist/save-requirement"
import { addUsualList } from "../sellers/checklist/usual-list"
import { reviewDocument } from "../sellers/documents/review"
import { giveClosureNotice, withdrawClosureNotice } from "../sellers/standing/closure"
import { answerComplaint } from "../sellers/standing/complaints"
import { papersKeptUntil } from "../sellers/standing/erase-papers"
import { readHistory } from "../sellers/standing/read-standing"
import { inviteMember, inviteSeller } from "../sellers/team/invitations"
import { readTeam } from "../sellers/team/members"
import { termsInForce } from "../sellers/terms/in-force"
import { publishTerms, readTerms, type TermsDraft } from "../sellers/terms/terms"
import { actorOf } from "../trail/actor-of"
import { namesOf } from "../trail/names"
import { approveSeller } from "../workflows/approve-seller"
import { sendApplicationBack } from "../workflows/withdraw-seller"
import { found } from "./callers"
import { capitals, holidayViews, sellerFileView, small, standingView } from "./seller-file-view"
import { sellerView } from "./seller-view"

interface RequirementInput {
  readonly kind: string
  readonly audience: string
  readonly legalForm?: string | null
  readonly stream?: string | null
  readonly label: Requirement["label"]
  readonly help?: Requirement["label"] | null
  readonly mandatory: boolean
  readonly needsExpiry: boolean
}

const draftOf = (input: RequirementInput): RequirementDraft => ({
  kind: small(input.kind),
  audience: small(input.audience),
  legalForm: input.legalForm ? small<LegalForm>(input.legalForm) : null,
  stream: input.stream ? small<EprStream>(input.stream) : null,
  label: input.label,
  help: input.help ?? {},
  mandatory: input.mandatory,
  needsExpiry: input.needsExpiry,
})

async function requirementViews({ scope }: GraphqlContext) {
  return (await readRequirements(knexOf(scope))).map((each) => ({
    ...each,
    kind: capitals(each.kind),
    audience: capitals(each.audience),
    legalForm: each.legalForm && capitals(each.legalForm),
    stream: each.stream && capitals(each.stream),
    help: { fr: each.help.fr ?? "", en: each.help.en ?? "" },
  }))
}

const rowOf = async (context: GraphqlContext, id: string) => (await marketplaceOf(context.scope).listSellers({ id }))[0]

const viewOf = async (context: GraphqlContext, id: string) => sellerView(found(await rowOf(context, id), "This seller"))

async function dossier(context: GraphqlContext, id: string) {
  const { scope } = context
  const row = await rowOf(context, id)
  if (!row) return null
  const [file, team, history, standing, holidays, consents] = await Promise.all([
    sellerFileView(context, row, null),
    readTeam(scope, id),
    readHistory(scope, id),
    standingView(context, row),
    holidayViews(context, id),
    knexOf(scope)("marketplace_terms_acceptance")
      .where({ seller_id: id })
      .orderBy("version", "desc")
      .select("version", "actor", "at") as Promise<{ version: number; actor: string; at: Date }[]>,
  ])
  const names = await namesOf(
    scope,
    [...history, ...consents].map(({ actor }) => actor),
  )
  const named = (actor: string) => names.get(actor) ?? actor
  return {
    seller: sellerView(row),
    file,
    team: team.map((member) => ({ ...member, role: capitals(member.role), isCaller: false })),
    history: history.map((event) => ({ ...event, actor: named(event.actor) })),
    standing,
    holidays,
    consents: consents.map(({ version, actor, at }) => ({ version, by: named(actor), at })),
    papersKeptUntil: row.closed_at && papersKeptUntil(row.closed_at),
  }
}

async function termsViews({ scope }: GraphqlContext) {
  const knex = knexOf(scope)
  const [terms, selling, accepted] = await Promise.all([
    readTerms(scope),
    marketplaceOf(scope).listSellers({ state: ["active", "suspended"] }, { select: ["id"], take: 100_000 }),
    knex("marketplace_terms_acceptance").groupBy("seller_id").select("seller_id").max("version as version") as Promise<
      { seller_id: string; version: number }[]
    >,
  ])
  const newest = new Map(accepted.map((row) => [row.seller_id, row.version]))
  const inForce = termsInForce(terms, clockOf(scope).now())
  return terms.map((each) => ({
    ...each,
    inForce: each.version === inForce?.version,
    accepted: selling.filter(({ id }) => (newest.get(id) ?? 0) >= each.version).length,
    asked: selling.length,
  }))
}

/** What the operator decides about sellers. */
export const sellerReviewResolvers: IResolvers<unknown, GraphqlContext> = {
  Query: {
    sellerDossier: (_source, { id }: { id: string }, context) => dossier(context, id),
    requirements: (_source, _args, context) => requirementViews(context),
    operatorTerms: (_source, _args, context) => termsViews(context),
  },

  Mutation: {
    async inviteSeller(_source, args: { email: string; name: string; locale: "fr" | "en" }, context) {
      return viewOf(context, await inviteSeller(context.scope, { ...args, actor: actorOf(context) }))
    },

    async reinviteSeller(_source, { id }: { id: string }, context) {
      const row = found(await rowOf(context, id), "This seller")
      if (row.state !== "invited") throw conflict("This person has opened the account already")
      await inviteMember(context.scope, row, { email: row.email, role: "owner", actor: actorOf(context) })
      return viewOf(context, id)
    },

    async reviewDocument(
      _source,
      { id, ...given }: { id: string; accept: boolean; reason?: string | null; expiresOn?: string | null },
      context: GraphqlContext,
    ) {
      const sellerId = await reviewDocument(context.scope, { ...given, documentId: id, actor: actorOf(context) })
      return dossier(context, sellerId)
    },

    async sendApplicationBack(_source, { id, reason }: { id: string; reason: string }, context) {
      await sendApplicationBack(context.scope, { sellerId: id, reason, actor: callerId(context) })
      return viewOf(context, id)
    },

    async liftSuspension(_source, { id }: { id: string }, context) {
      const row = found(await rowOf(context, id), "This seller")
      if (row.state !== "suspended") throw conflict(`This seller is ${row.state}`)
      await approveSeller(context.scope, { sellerId: id, actor: callerId(context) })
      return viewOf(context, id)
    },

    async giveClosureNotice(_source, args: { id: string; reason: string; ground: string }, context) {
      await giveClosureNotice(context.scope, {
        sellerId: args.id,
        reason: args.reason,
        ground: small(args.ground),
        actor: actorOf(context),
      })
      return viewOf(context, args.id)
    },

    async withdrawClosureNotice(_source, { id }: { id: string }, context) {
      await withdrawClosureNotice(context.scope, { sellerId: id, actor: actorOf(context) })
      return viewOf(context, id)
    },

    async answerComplaint(_source, args: { id: string; outcome: string; answer: string }, context) {
      await answerComplaint(context.scope, {
        complaintId: args.id,
        outcome: small(args.outcome),
        answer: args.answer,
        actor: actorOf(context),
      })
      return true
    },

    async saveRequirement(_source, { id, input }: { id?: string | null; input: RequirementInput }, context) {
      await saveRequirement(context.scope, { id, draft: draftOf(input), actor: actorOf(context) })
      return requirementViews(context)
    },

    async retireRequirement(_source, { id }: { id: string }, context) {
      await retireRequirement(context.scope, { id, actor: actorOf(context) })
      return requirementViews(context)
    },

    async addUsualRequirements(_source, _args, context) {
      await addUsualList(context.scope, actorOf(context))
      return requirementViews(context)
    },

    async publishTerms(_source, { input }: { input: TermsDraft }, context) {
      await publishTerms(context.scope, input, actorOf(context))
      return termsViews(context)
    },
  },
}
