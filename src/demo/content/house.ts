import type { SellerKey } from "./article"

/** One password for everybody of the demonstration; `npm start` prints it. */
export const PASSWORD = "parapluie-violet-42"

export const retailer = {
  name: "Travée",
  countryCode: "fr" as const,
  trader: {
    legalName: "Travée Commerce SAS",
    street: "14 rue des Tisseurs",
    postalCode: "69002",
    city: "Lyon",
    email: "bonjour@travee.example",
    phone: "+33 4 72 00 14 14",
    registrationNumber: "90074100000013",
    vatNumber: "FR19900741000",
  },
}

export const operator = { email: "julie@travee.example", firstName: "Julie", lastName: "Marchand" }

const HOURS = ["lun.–ven. 10:00–19:00", "sam. 10:00–19:30", "dim. fermé"]

export const shops = [
  {
    handle: "lyon",
    name: "Travée Lyon Presqu'île",
    address: "14 rue des Tisseurs",
    postalCode: "69002",
    city: "Lyon",
    hours: HOURS,
    staff: [
      { name: "Karim Benali", email: "karim@travee.example", role: "clerk" as const, pin: "4826" },
      { name: "Sophie Garnier", email: "sophie@travee.example", role: "manager" as const, pin: "7319" },
    ],
  },
  {
    handle: "lille",
    name: "Travée Lille Vieux-Lille",
    address: "27 rue du Beffroi d'Argent",
    postalCode: "59800",
    city: "Lille",
    hours: HOURS,
    staff: [
      { name: "Élodie Wattel", email: "elodie@travee.example", role: "clerk" as const, pin: "5937" },
      { name: "Marc Delattre", email: "marc@travee.example", role: "manager" as const, pin: "8264" },
    ],
  },
]

/** Delivery in euro cents; `standard` and `express` as the shopper chooses them. */
export const sellers = {
  brindille: {
    name: "Atelier Brindille",
    legalName: "Atelier Brindille SARL",
    street: "3 impasse du Four",
    postalCode: "87000",
    city: "Limoges",
    countryCode: "fr",
    email: "anna@brindille.example",
    phone: "+33 5 55 00 31 31",
    registrationNumber: "90185200400018",
    vatNumber: "FR14901852004",
    euResponsible: null,
    acceptsShopReturns: true,
    delivery: { standard: 450, express: 950 },
  },
  lueur: {
    name: "Lueur du Nord",
    legalName: "Lueur du Nord SAS",
    street: "88 rue de la Filature",
    postalCode: "59100",
    city: "Roubaix",
    countryCode: "fr",
    email: "bruno@lueur.example",
    phone: "+33 3 20 00 88 88",
    registrationNumber: "90296300800013",
    vatNumber: "FR09902963008",
    euResponsible: null,
    acceptsShopReturns: true,
    delivery: { standard: 590, express: 1190 },
  },
  kumo: {
    name: "Kumo Paper",
    legalName: "Kumo Paper Goods K.K.",
    street: "5-12 Teramachi-dori",
    postalCode: "604-0932",
    city: "Kyoto",
    countryCode: "jp",
    email: "hana@kumo.example",
    phone: "+81 75 000 0512",
    registrationNumber: "1300-01-000512",
    vatNumber: null,
    euResponsible: "Pont Import SARL, 9 quai des Marques, 33000 Bordeaux, conformite@pont.example",
    acceptsShopReturns: false,
    delivery: { standard: 690, express: 1490 },
  },
} satisfies Record<SellerKey, object>

export const commissionRules = [
  { name: "Luminaires", categoryHandle: "luminaires", rateBps: 1200 },
  { name: "Maison & cuisine", categoryHandle: "maison", rateBps: 1500 },
  { name: "Tout le reste", categoryHandle: null, rateBps: 1300 },
]

export const brands = [
  {
    brand: "Cap Armen",
    name: "Cap Armen",
    payer: "Cap Armen Textile SAS",
    email: "nolwenn@caparmen.example",
    firstName: "Nolwenn",
    lastName: "Le Goff",
  },
  {
    brand: "Solenne",
    name: "Solenne Luminaires",
    payer: "Solenne SARL",
    email: "paul@solenne.example",
    firstName: "Paul",
    lastName: "Vidal",
  },
]

export const customers = {
  camille: {
    email: "camille@exemple.example",
    firstName: "Camille",
    lastName: "Durand",
    street: "3 quai des Péniches",
    postalCode: "69001",
    city: "Lyon",
  },
  yanis: {
    email: "yanis@exemple.example",
    firstName: "Yanis",
    lastName: "Meziane",
    street: "41 rue du Moulin Vert",
    postalCode: "59000",
    city: "Lille",
  },
  louise: {
    email: "louise@exemple.example",
    firstName: "Louise",
    lastName: "Perrin",
    street: "8 montée des Vignes",
    postalCode: "69005",
    city: "Lyon",
  },
  malo: {
    email: "malo@exemple.example",
    firstName: "Malo",
    lastName: "Kervella",
    street: "2 venelle du Port",
    postalCode: "29200",
    city: "Brest",
  },
  ines: {
    email: "ines@exemple.example",
    firstName: "Inès",
    lastName: "Roussel",
    street: "17 allée des Tilleuls",
    postalCode: "44000",
    city: "Nantes",
  },
  theo: {
    email: "theo@exemple.example",
    firstName: "Théo",
    lastName: "Lambert",
    street: "60 cours des Platanes",
    postalCode: "13001",
    city: "Marseille",
  },
}

export type CustomerKey = keyof typeof customers
