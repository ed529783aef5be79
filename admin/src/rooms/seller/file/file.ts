import type { ResultOf } from "../../../api/graphql"
import { graphql } from "../../../api/graphql"

export const FileFragment = graphql(`
  fragment SellerFileParts on SellerFile @_unmask {
    id
    state
    stateReason
    name
    legalName
    legalForm
    street
    postalCode
    city
    countryCode
    email
    phone
    registrationNumber
    vatNumber
    taxId
    euResponsible
    selfCertified
    acceptsShopReturns
    acceptsTerms
    locale
    mayEdit
    missing
    toDo
    eprNumbers {
      stream
      number
    }
    bankAccount {
      last4
      country
    }
    checklist(locale: $locale) {
      code
      kind
      stream
      label
      help
      mandatory
      binding
      bindingFrom
      needsExpiry
      state
      document {
        id
        fileName
        state
        reason
        expiresOn
        handedInAt
      }
      waiting {
        id
        fileName
        expiresOn
      }
    }
  }
`)

export const FileQuery = graphql(
  `
    query SellerFile($locale: Locale) {
      sellerFile {
        ...SellerFileParts
      }
    }
  `,
  [FileFragment],
)

export const SaveFileMutation = graphql(`
  mutation SaveSellerFile($input: SellerFileInput!) {
    saveSellerFile(input: $input) {
      problems {
        field
        message
      }
    }
  }
`)

export const HandInMutation = graphql(`
  mutation HandInApplication {
    handInApplication {
      id
      state
    }
  }
`)

export const SaveEprMutation = graphql(`
  mutation SaveEprNumber($stream: EprStream!, $number: String!) {
    saveEprNumber(stream: $stream, number: $number) {
      id
    }
  }
`)

export const SaveBankMutation = graphql(`
  mutation SaveBankAccount($iban: String!) {
    saveBankAccount(iban: $iban) {
      id
    }
  }
`)

export const CheckIdentifierQuery = graphql(`
  query CheckIdentifier($kind: IdentifierKind!, $value: String!, $countryCode: String!) {
    checkIdentifier(kind: $kind, value: $value, countryCode: $countryCode) {
      ok
    }
  }
`)

export type SellerFile = ResultOf<typeof FileQuery>["sellerFile"]
export type ChecklistItem = SellerFile["checklist"][number]
