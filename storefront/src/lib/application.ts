import { isEmail } from "./contact"

/** Application of a seller; the API checks again, and more. */
export const APPLICATION_TEXTS = [
  "name",
  "legalName",
  "registrationNumber",
  "vatNumber",
  "street",
  "postalCode",
  "city",
  "countryCode",
  "euResponsible",
  "email",
  "phone",
  "password",
] as const
export const APPLICATION_TICKS = ["selfCertified", "acceptsTerms", "acceptsShopReturns"] as const

export type ApplicationText = (typeof APPLICATION_TEXTS)[number]
export type ApplicationTick = (typeof APPLICATION_TICKS)[number]
export type ApplicationField = ApplicationText | ApplicationTick
export type Application = Record<ApplicationText, string> & Record<ApplicationTick, boolean>
export type ApplicationProblem =
  | "required"
  | "email"
  | "phone"
  | "siret"
  | "vatNumber"
  | "euResponsible"
  | "weakPassword"
  | "mustAccept"
  | "emailTaken"
  | "refused"

/** EU, plus EEA states where the product safety rules hold too. */
const EU = "at be bg cy cz de dk ee es fi fr gr hr hu ie it lt lu lv mt nl pl pt ro se si sk is li no".split(" ")
const NOT_EU = ["is", "li", "no"]
export const COUNTRIES = [...EU, "ch", "gb", "us", "cn", "jp", "tr"].sort()

const MIN_PASSWORD = 10

export function readApplication(form: FormData): Application {
  const text = (name: ApplicationText) => {
    const value = String(form.get(name) ?? "")
    return name === "password" ? value : value.trim()
  }
  return {
    ...(Object.fromEntries(APPLICATION_TEXTS.map((name) => [name, text(name)])) as Record<ApplicationText, string>),
    ...(Object.fromEntries(APPLICATION_TICKS.map((name) => [name, form.get(name) === "on"])) as Record<
      ApplicationTick,
      boolean
    >),
  }
}

export function outsideEu(countryCode: string): boolean {
  return countryCode !== "" && (!EU.includes(countryCode) || NOT_EU.includes(countryCode))
}

export function applicationProblem(application: Application, field: ApplicationField): ApplicationProblem | undefined {
  const value = application[field]
  switch (field) {
    case "vatNumber":
      return value && !/^[A-Z]{2}[0-9A-Z+*.]{2,13}$/i.test(compact(value)) ? "vatNumber" : undefined
    case "euResponsible":
      return outsideEu(application.countryCode) && !value ? "euResponsible" : undefined
    case "acceptsShopReturns":
      return undefined
    case "selfCertified":
    case "acceptsTerms":
      return value ? undefined : "mustAccept"
  }
  if (!value) return "required"
  if (field === "email" && !isEmail(application.email)) return "email"
  if (field === "phone" && !/^\+?[\d\s().-]{6,20}$/.test(application.phone)) return "phone"
  if (field === "registrationNumber" && application.countryCode === "fr" && !isSiret(application.registrationNumber))
    return "siret"
  return field === "password" && application.password.length < MIN_PASSWORD ? "weakPassword" : undefined
}

export function applicationProblems(application: Application): Partial<Record<ApplicationField, ApplicationProblem>> {
  return Object.fromEntries(
    [...APPLICATION_TEXTS, ...APPLICATION_TICKS].flatMap((field) => {
      const problem = applicationProblem(application, field)
      return problem ? [[field, problem]] : []
    }),
  )
}

/** SIRET: 14 digits, Luhn-checked; La Poste's establishments sum to a multiple of five instead. */
export function isSiret(text: string): boolean {
  const digits = compact(text)
  if (!/^\d{14}$/.test(digits)) return false
  const laPoste = digits.startsWith("356000000")
  const plain = [...digits].reduce((sum, digit) => sum + Number(digit), 0)
  return luhn(digits) || (laPoste && plain % 5 === 0)
}

function luhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 1 ? 2 : 1)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return sum % 10 === 0
}

function compact(value: string | boolean): string {
  return String(value).replace(/[\s.-]/g, "")
}
