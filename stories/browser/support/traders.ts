/** A firm that exists nowhere, with numbers of the right form: no two of them alike. */
export interface Trader {
  readonly name: string
  readonly person: string
  readonly email: string
  readonly legalName: string
  readonly street: string
  readonly postalCode: string
  readonly city: string
  readonly countryCode: string
  readonly phone: string
  readonly registrationNumber: string
  readonly vatNumber: string
  readonly taxId: string
}

export function frenchTrader(name: string): Trader {
  const siren = newSiren()
  const shop = `${name} ${siren.slice(-5)}`
  return {
    name: shop,
    person: "Claire Vasseur",
    email: `claire-${siren}@atelier.example`,
    legalName: `${shop} SARL`,
    street: "12 rue de la Soie",
    postalCode: "69004",
    city: "Lyon",
    countryCode: "fr",
    phone: "+33 4 72 10 20 30",
    registrationNumber: withLuhn(`${siren}0001`),
    vatNumber: `FR${String((12 + 3 * (Number(siren) % 97)) % 97).padStart(2, "0")}${siren}`,
    taxId: siren,
  }
}

/** Established outside the Union: somebody inside it has to answer for what it sells (GPSR art. 16). */
export function distantTrader(name: string): Trader {
  const number = newSiren()
  const shop = `${name} ${number.slice(-5)}`
  return {
    name: shop,
    person: "June Hollis",
    email: `june-${number}@lanterns.example`,
    legalName: `${shop} Ltd`,
    street: "88 Ocean Road",
    postalCode: "97201",
    city: "Portland",
    countryCode: "us",
    phone: "+1 212 555 0100",
    registrationNumber: `US-${number}`,
    vatNumber: "",
    taxId: `12-${number.slice(0, 7)}`,
  }
}

/** Nine digits with the check digit of Luhn, as of a French firm. */
export function newSiren(): string {
  const digits = Array.from({ length: 8 }, (_, at) => (at === 0 ? 9 : Math.floor(Math.random() * 10)))
  return withLuhn(digits.join(""))
}

export function withLuhn(digits: string): string {
  const total = [...digits].reverse().reduce((sum, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 2 : 1)
    return sum + (value > 9 ? value - 9 : value)
  }, 0)
  return `${digits}${(10 - (total % 10)) % 10}`
}
