import type { Caller } from "./api"

/** Rows of a seller's own file that another seller must not touch. */
export async function sellerThings(seller: Caller, operator: Caller): Promise<Record<string, Record<string, unknown>>> {
  const { addSellerHoliday } = await seller<{ addSellerHoliday: { id: string }[] }>(
    `mutation { addSellerHoliday(from: "2099-08-01", lastDay: "2099-08-15") { id } }`,
  )
  const { inviteTeamMember: team } = await seller<{
    inviteTeamMember: { invitations: { id: string }[]; members: { id: string }[] }
  }>(`mutation { inviteTeamMember(email: "carla@tasses.example", role: ORDERS) { invitations { id } members { id } } }`)
  const { sellerFile } = await seller<{ sellerFile: { id: string } }>(`{ sellerFile { id } }`)
  const id = { id: sellerFile.id }
  await operator(`mutation ($id: ID!) { giveClosureNotice(id: $id, reason: "Essai") { id } }`, id)
  await operator(`mutation ($id: ID!) { withdrawClosureNotice(id: $id) { id } }`, id)
  const { sellerStanding } = await seller<{ sellerStanding: { statements: { id: string }[] } }>(
    `{ sellerStanding { statements { id } } }`,
  )
  // The retailer's own: no seller's.
  const { saleDocuments } = await operator<{ saleDocuments: { items: { id: string }[] } }>(
    `{ saleDocuments { items { id } } }`,
  )
  const memberId = team.members[0]!.id
  return {
    "Query.sellerSaleDocument": { id: saleDocuments.items[0]!.id },
    "Mutation.cancelSellerHoliday": { id: addSellerHoliday[0]!.id },
    "Mutation.revokeTeamInvitation": { id: team.invitations[0]!.id },
    "Mutation.changeTeamRole": { memberId, role: "READ_ONLY" },
    "Mutation.removeTeamMember": { memberId },
    "Mutation.contestDecision": {
      statementId: sellerStanding.statements[0]!.id,
      text: "Cette décision n'est pas la mienne.",
    },
  }
}
