import { Alert } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useRoomQuery } from "../../../api/hooks"
import { Answer } from "../../../ui/Feedback"
import { CheckTrailQuery } from "./trail"

/** Walks the chain of hashes from its first link. */
export function ChainCheck() {
  const { t } = useTranslation()
  const query = useRoomQuery(CheckTrailQuery, {})
  return (
    <Answer query={query} rows={1}>
      {({ checkTrail: { sealed, intact, findings } }) => (
        <div role="status">
          <Alert variant={intact ? "success" : "error"}>
            {intact ? t("trail.intact", { count: sealed }) : t("trail.notIntact", { count: findings.length })}
            {findings.length > 0 && (
              <ul className="mt-2 list-disc pl-5 text-sm">
                {findings.map(({ subject, detail }) => (
                  <li key={`${subject} ${detail}`}>
                    {subject}: {detail}
                  </li>
                ))}
              </ul>
            )}
          </Alert>
        </div>
      )}
    </Answer>
  )
}
