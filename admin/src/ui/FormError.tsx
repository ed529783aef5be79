import { Alert } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { messageOf } from "../api/errors"

/** Why a form was not taken, above its fields; what was typed stays. */
export function FormError({ error }: { error: unknown }) {
  const { t } = useTranslation()
  if (error === null || error === undefined) return null
  return (
    <Alert variant="error" role="alert">
      {messageOf(error, t)}
    </Alert>
  )
}
