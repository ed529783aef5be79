import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useRoomMutation } from "../../../api/hooks"
import { StandingList } from "../../seller/file/StandingList"
import { AnswerDialog } from "./AnswerDialog"
import type { Dossier } from "./dossier"
import { AnswerMutation } from "./dossier"

export function StandingTab({ dossier: { standing } }: { dossier: Dossier }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState<{ id: string; text: string }>()
  const answer = useRoomMutation(AnswerMutation, { said: t("dossier.answered"), done: () => setOpen(undefined) })
  return (
    <>
      <StandingList
        statements={standing.statements}
        action={({ complaint }) =>
          complaint &&
          !complaint.outcome && (
            <Button size="small" onClick={() => setOpen(complaint)}>
              {t("dossier.answerTo")}
            </Button>
          )
        }
      />
      {open && (
        <AnswerDialog
          text={open.text}
          pending={answer.isPending}
          close={() => setOpen(undefined)}
          submit={(form) => answer.mutate({ id: open.id, ...form })}
        />
      )}
    </>
  )
}
