import { knexOf } from "../modules/marketplace/resolve"
import { DAY, PASSWORD, MUG, type SellerDesk } from "../testing/seller-desk"

/** Who may do what for a seller. */
export function teamScenarios(desk: SellerDesk): void {
  const { nobody, enter, lettersOf, time } = desk

  it("lets a team in by invitation, each to its duty, and never loses the last owner", async () => {
    const anna = await enter(desk.shop.emailA, "SELLER")
    const bruno = await enter(desk.shop.emailB, "SELLER")
    const invite = `mutation ($email: String!, $role: MemberRole!) { inviteTeamMember(email: $email, role: $role) { invitations { id email } } }`
    const linkOf = async (email: string) =>
      (await lettersOf("team.invitation"))
        .filter((each) => each.email === email)
        .at(-1)!
        .link.split("token=")[1]!
    await anna(invite, { email: "carla@tasses.example", role: "CATALOGUE" })
    const first = await linkOf("carla@tasses.example")
    await anna(invite, { email: "carla@tasses.example", role: "CATALOGUE" })
    const token = await linkOf("carla@tasses.example")
    const behind = `query ($token: String!) { sellerInvitation(token: $token) { shop email role } }`
    expect((await nobody()(behind, { token: first })).sellerInvitation).toBeNull()
    expect((await nobody()(behind, { token })).sellerInvitation).toEqual({
      shop: "Tasses & Cie",
      email: "carla@tasses.example",
      role: "CATALOGUE",
    })
    const accept = `mutation ($token: String!) { acceptSellerInvitation(token: $token, personName: "Carla", password: "${PASSWORD}") }`
    expect(await nobody().code(accept, { token: first })).toBe("INVITATION_OVER")
    await nobody()(accept, { token })
    expect(await nobody().code(accept, { token })).toBe("INVITATION_OVER")
    const kept = await knexOf(desk.container)("marketplace_seller_invitation").where({ token_hash: token }).first()
    expect(kept).toBeUndefined()

    const carla = await enter("carla@tasses.example", "SELLER")
    const saveOffer = `mutation ($price: SafeInt!) { saveOffer(input: { gtin: "${MUG}", sku: "A-MUG", price: $price, stock: 9 }) { sku } }`
    await carla(saveOffer, { price: 1210 })
    expect(await carla.code(`mutation { acceptSellerOrder(id: "x") { id } }`)).toBe("NOT_ALLOWED")
    expect(await carla.code(invite, { email: "x@tasses.example", role: "OWNER" })).toBe("NOT_ALLOWED")
    expect(
      await carla.code(`mutation { saveSellerFile(input: { phone: "+33 1 00 00 00 00" }) { problems { field } } }`),
    ).toBe("NOT_ALLOWED")
    expect((await carla(`{ sellerFile { mayEdit role } sellerOrders { total } }`)).sellerFile).toEqual({
      mayEdit: false,
      role: "CATALOGUE",
    })

    const team = async () =>
      (await anna(`{ sellerTeam { members { id name role isCaller } } }`)).sellerTeam.members as {
        id: string
        name: string
        isCaller: boolean
      }[]
    const members = await team()
    const owner = members.find((each) => each.isCaller)!
    const catalogue = members.find((each) => each.name === "Carla")!
    const change = `mutation ($id: ID!, $role: MemberRole!) { changeTeamRole(memberId: $id, role: $role) { role } }`
    const remove = `mutation ($id: ID!) { removeTeamMember(memberId: $id) { role } }`
    expect(await anna.code(change, { id: owner.id, role: "FINANCE" })).toBe("LAST_OWNER")
    expect(await anna.code(remove, { id: owner.id })).toBe("LAST_OWNER")
    expect(await bruno.code(change, { id: catalogue.id, role: "OWNER" })).toBe("NOT_FOUND")
    expect(await bruno.code(remove, { id: catalogue.id })).toBe("NOT_FOUND")
    await anna(change, { id: catalogue.id, role: "READ_ONLY" })
    expect(await carla.code(saveOffer, { price: 1220 })).toBe("NOT_ALLOWED")
    await anna(remove, { id: catalogue.id })
    expect(await carla.code(`{ sellerFile { id } }`)).toBe("NOT_ALLOWED")
    await expect(enter("carla@tasses.example", "SELLER")).rejects.toThrow("may not enter")
    // Free to join another team, with the password it has.
    await bruno(invite, { email: "carla@tasses.example", role: "ORDERS" })
    await nobody()(accept, { token: await linkOf("carla@tasses.example") })
    expect((await (await enter("carla@tasses.example", "SELLER"))(`{ sellerFile { name } }`)).sellerFile.name).toBe(
      "Lampes du Nord",
    )
    // Too late is too late.
    await anna(invite, { email: "late@tasses.example", role: "ORDERS" })
    const late = await linkOf("late@tasses.example")
    time.now = new Date(+time.now + 7 * DAY)
    expect(await nobody().code(accept, { token: late })).toBe("INVITATION_OVER")
    // The operator invites a trader, who becomes the owner of an empty file.
    const { inviteSeller } = await desk.operator(
      `mutation { inviteSeller(email: "dora@draps.example", name: "Draps") { id state } }`,
    )
    expect(inviteSeller.state).toBe("INVITED")
    await nobody()(accept, { token: await linkOf("dora@draps.example") })
    const dora = await enter("dora@draps.example", "SELLER")
    expect((await dora(`{ sellerFile { state role } }`)).sellerFile).toEqual({ state: "APPLIED", role: "OWNER" })
    expect(await desk.operator.code(`mutation { reinviteSeller(id: "${inviteSeller.id}") { id } }`)).toBe("CONFLICT")
  })
}
