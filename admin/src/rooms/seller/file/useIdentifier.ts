import { useCallback, useState } from "react"
import { useTranslation } from "react-i18next"
import type { VariablesOf } from "../../../api/graphql"
import { request } from "../../../api/client"
import { CheckIdentifierQuery } from "./file"

type Kind = VariablesOf<typeof CheckIdentifierQuery>["kind"]

/** Asks the server, when a field is left, whether a number has the right form: one rule for every face. */
export function useIdentifier(kind: Kind): {
  problem: string | undefined
  check: (value: string, countryCode: string) => void
} {
  const { t } = useTranslation()
  const [wrong, setWrong] = useState(false)
  const check = useCallback(
    (value: string, countryCode: string) => {
      if (!value.trim()) return setWrong(false)
      void request(CheckIdentifierQuery, { kind, value, countryCode })
        .then(({ checkIdentifier }) => setWrong(!checkIdentifier.ok))
        // Saving asks again: silence here costs only the early hint.
        .catch(() => setWrong(false))
    },
    [kind],
  )
  return { problem: wrong ? t("file.looksWrong") : undefined, check }
}
