/** Who sells (DSA art. 30): shown beside every offer. `sellerId` null is the retailer. */
export interface TraderBlock {
  readonly sellerId: string | null
  readonly handle: string
  readonly name: string
  readonly legalName: string
  /** One line: street, postal code and city. */
  readonly address: string
  /** ISO 3166-1 alpha-2, lower case. */
  readonly countryCode: string
  readonly email: string
  readonly phone: string
  readonly registrationNumber: string
  readonly vatNumber: string | null
  readonly isRetailer: boolean
  readonly selfCertified: boolean
}

/** What the retailer tells about itself at set-up. */
export interface RetailerTrader {
  readonly legalName: string
  readonly street: string
  readonly postalCode: string
  readonly city: string
  readonly email: string
  readonly phone: string
  readonly registrationNumber: string
  readonly vatNumber: string | null
}

export const addressLine = (at: { street: string; postalCode: string; city: string }): string =>
  `${at.street}, ${at.postalCode} ${at.city}`
