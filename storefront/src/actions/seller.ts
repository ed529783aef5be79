"use server"

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
      input: { ...rest, vatNumber: vatNumber || undefined, euResponsible: euResponsible || undefined },
    })
    return { at, values, problems, done: true }
  } catch (error) {
    const field = error instanceof ApiRefusal && error.field && error.field in application ? error.field : undefined
    return {
      at,
      values,
      problems: field ? { [field]: "refused" } : {},
      code: field ? undefined : spokenCode(error),
    }
  }
}
