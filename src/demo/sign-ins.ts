import { brands, customers, operator, PASSWORD, sellers, shops } from "./content/house"

/** A line of the table that ends `npm start`. */
export interface SignIn {
  readonly room: string
  readonly who: string
  readonly name: string
  readonly secret: string
}

export function signIns(): SignIn[] {
  return [
    {
      room: "Portal, operator",
      who: `${operator.firstName} ${operator.lastName}`,
      name: operator.email,
      secret: PASSWORD,
    },
    ...Object.values(sellers).map(({ name, email }) => ({
      room: "Portal, seller",
      who: name,
      name: email,
      secret: PASSWORD,
    })),
    ...brands.map(({ name, email }) => ({ room: "Portal, brand", who: name, name: email, secret: PASSWORD })),
    ...shops.flatMap((shop) =>
      shop.staff.map(({ name, email, role, pin }) => ({
        room: `Portal, shop in ${shop.city}`,
        who: `${name}, ${role}`,
        name: email,
        secret: `${PASSWORD}   PIN ${pin}`,
      })),
    ),
    { room: "Storefront", who: "Camille Durand", name: customers.camille.email, secret: PASSWORD },
  ]
}
