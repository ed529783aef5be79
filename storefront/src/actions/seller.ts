"use server"

import { getLocale } from "next-intl/server"
import { graphql } from "@/graphql/graphql"
import {
  type Application,
  type ApplicationField,
  type ApplicationProblem,
  applicationProblems,
  readApplication,
} from "@/lib/application"
import { ApiRefusal, ask } from "@/server/api"
import { type SpokenCode, spokenCode } from "@/server/error-code"

const Apply = graphql(`
  mutation ApplyAsSeller($input: SellerApplicationInput!) {
    applyAsSeller(input: $input) {
      sellerId
      state
    }
  }
`)

/** Refusals that belong to one field. */
const FIELD_OF: Partial<Record<string, [ApplicationField, ApplicationProblem]>> = {
  BAD_REGISTRATION_NUMBER: ["registrationNumber", "refused"],
  BAD_VAT_NUMBER: ["vatNumber", "vatNumber"],
  EMAIL_NOT_USABLE: ["email", "emailTaken"],
  PASSWORD_TOO_WEAK: ["password", "weakPassword"],
  TERMS_NOT_ACCEPTED: ["acceptsTerms", "mustAccept"],
}

export interface ApplicationOutcome {
  at: number
  values: Application
  problems: Partial<Record<ApplicationField, ApplicationProblem>>
  code?: SpokenCode
  done?: boolean
}

export async function applyAsSeller(before: ApplicationOutcome | null, form: FormData): Promise<ApplicationOutcome> {
  const at = (before?.at ?? 0) + 1
  const application = readApplication(form)
  const problems = applicationProblems(application)
  const values = { ...application, password: "" }
  if (Object.keys(problems).length > 0) return { at, values, problems }
  const { vatNumber, euResponsible, ...rest } = application
  try {
    await ask(Apply, {
      input: {
        ...rest,
        vatNumber: vatNumber || undefined,
        euResponsible: euResponsible || undefined,
        locale: await getLocale(),
      },
    })
    return { at, values, problems, done: true }
  } catch (error) {
    const found = fieldProblem(error, application)
    if (found) return { at, values, problems: { [found[0]]: found[1] } }
    return { at, values, problems: {}, code: spokenCode(error) }
  }
}

function fieldProblem(error: unknown, application: Application): [ApplicationField, ApplicationProblem] | undefined {
  if (!(error instanceof ApiRefusal)) return undefined
  if (error.field && error.field in application) return [error.field as ApplicationField, "refused"]
  return FIELD_OF[error.code]
}
