import { Alert, Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useRoomMutation, useRoomQuery } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import { Answer } from "../../../ui/Feedback"
import { FormError } from "../../../ui/FormError"
import { Page } from "../../../ui/Page"
import { StateBadge } from "../../../ui/StateBadge"
import { useConfirm } from "../../../ui/useConfirm"
import { useGate } from "../../../ui/useGate"
import { BankPanel } from "./BankPanel"
import { ChecklistPanel } from "./ChecklistPanel"
import { FileForm } from "./FileForm"
import type { SellerFile } from "./file"
import { FileQuery, HandInMutation } from "./file"

/** The application: shows what is missing, saves step by step, and comes back as it was left. */
export function ApplicationPage() {
  const { t } = useTranslation()
  const { language } = useFormat()
  const query = useRoomQuery(FileQuery, { locale: language })
  return (
    <Page title={t("file.title")} lead={t("file.lead")}>
      <Answer query={query}>
        {({ sellerFile: file }) => (
          <>
            <Situation file={file} />
            <div className="grid items-start gap-4 lg:grid-cols-2">
              <FileForm key={file.id} file={file} />
              <div className="flex flex-col gap-4">
                <ChecklistPanel file={file} />
                <BankPanel file={file} />
              </div>
            </div>
          </>
        )}
      </Answer>
    </Page>
  )
}

const OPEN = ["APPLIED", "DOCUMENTS", "REJECTED"]

function Situation({ file }: { file: SellerFile }) {
  const { t } = useTranslation()
  const gate = useGate()
  const confirm = useConfirm()
  const handIn = useRoomMutation(HandInMutation, { said: t("file.handedIn"), quiet: true })
  const open = OPEN.includes(file.state)
  const labels = new Map(file.checklist.map((item) => [`requirement_${item.code}`, item.label]))
  const todo = open ? file.toDo : file.missing.filter((name) => name !== "approval" && name !== "delivery")
  const ask = async (): Promise<void> => {
    const sure = await confirm({
      title: t("file.handInTitle"),
      description: t("file.handInText"),
      confirm: t("file.handIn"),
      danger: false,
    })
    if (sure) handIn.mutate({})
  }
  return (
    <section aria-label={t("common.state")} className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <StateBadge state={file.state} />
        {open && file.mayEdit && (
          <Button disabled={file.toDo.length > 0} isLoading={handIn.isPending} onClick={() => void ask()}>
            {t(file.state === "REJECTED" ? "file.handInAgain" : "file.handIn")}
          </Button>
        )}
      </div>
      <FormError error={handIn.error} />
      {file.state === "REJECTED" && <Alert variant="error">{t("file.rejected")}</Alert>}
      {file.stateReason && open && <Alert variant="warning">{t("file.sentBack", { reason: file.stateReason })}</Alert>}
      {file.state === "IN_REVIEW" && <Alert>{t("file.inReview")}</Alert>}
      {file.state === "CLOSED" && <Alert>{t("file.closed")}</Alert>}
      {!file.mayEdit && file.state !== "CLOSED" && <Alert>{t("file.readOnly")}</Alert>}
      {todo.length > 0 && (
        <Alert variant="warning">
          <strong>{t("file.toDo")}</strong>
          <ul className="list-disc pl-5">
            {todo.map((name) => (
              <li key={name}>{labels.get(name) ?? gate(name)}</li>
            ))}
          </ul>
        </Alert>
      )}
      {open && file.toDo.length === 0 && <Alert variant="success">{t("file.nothingToDo")}</Alert>}
    </section>
  )
}
