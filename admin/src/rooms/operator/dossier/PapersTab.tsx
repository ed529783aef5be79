import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useRoomMutation } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import { EmptyNote } from "../../../ui/Feedback"
import { Panel } from "../../../ui/Panel"
import { ChecklistBadge, OpenPaper } from "../../seller/file/ChecklistPanel"
import type { ChecklistItem } from "../../seller/file/file"
import { ReasonDialog } from "../ReasonDialog"
import type { Dossier } from "./dossier"
import { ReviewMutation } from "./dossier"

/** Each paper is opened, accepted, or refused with a reason that the seller reads. */
export function PapersTab({ dossier: { file } }: { dossier: Dossier }) {
  const { t } = useTranslation()
  const [refusing, setRefusing] = useState<{ id: string; label: string }>()
  const accept = useRoomMutation(ReviewMutation, { said: t("dossier.accepted") })
  const refuse = useRoomMutation(ReviewMutation, { said: t("dossier.refused"), done: () => setRefusing(undefined) })
  if (file.checklist.length === 0)
    return (
      <Panel>
        <EmptyNote title={t("file.noChecklist")} />
      </Panel>
    )
  return (
    <Panel title={t("dossier.papers")}>
      <ul className="flex flex-col divide-y">
        {file.checklist.map((item) => (
          <li key={item.code} className="flex flex-wrap items-start justify-between gap-3 py-3 first:pt-0 last:pb-0">
            <Paper item={item} />
            <Review
              item={item}
              pending={accept.isPending}
              accept={(id) => accept.mutate({ id, accept: true, reason: null })}
              refuse={(id) => setRefusing({ id, label: item.label })}
            />
          </li>
        ))}
      </ul>
      {refusing && (
        <ReasonDialog
          title={t("dossier.paperOf", { name: refusing.label })}
          text={t("dossier.refuseText")}
          confirm={t("dossier.refuse")}
          pending={refuse.isPending}
          close={() => setRefusing(undefined)}
          submit={(reason) => refuse.mutate({ id: refusing.id, accept: false, reason })}
        />
      )}
    </Panel>
  )
}

function Paper({ item }: { item: ChecklistItem }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <div className="flex min-w-0 flex-1 basis-72 flex-col gap-1.5">
      <span className="flex flex-wrap items-center gap-2">
        <Text weight="plus" size="small">
          {item.label}
        </Text>
        <ChecklistBadge state={item.state} />
      </span>
      <Text size="xsmall" className="text-ui-fg-subtle">
        {t(item.mandatory ? "file.mandatory" : "file.optional")}
        {item.document && ` · ${format.dateTime(item.document.handedInAt)}`}
      </Text>
      {item.document?.reason && <Text size="small">{item.document.reason}</Text>}
      {[item.document, item.waiting].map(
        (paper) =>
          paper && (
            <OpenPaper key={paper.id} id={paper.id} name={paper.fileName} expiresOn={paper.expiresOn} room="OPERATOR" />
          ),
      )}
    </div>
  )
}

interface ReviewProps {
  item: ChecklistItem
  pending: boolean
  accept: (id: string) => void
  refuse: (id: string) => void
}

function Review({ item, pending, accept, refuse }: ReviewProps) {
  const { t } = useTranslation()
  const waiting = item.waiting ?? (item.document?.state === "HANDED_IN" ? item.document : null)
  const refusable = waiting ?? (item.document?.state === "ACCEPTED" ? item.document : null)
  if (!refusable) return null
  return (
    <div className="flex flex-wrap gap-2">
      <Button
        size="small"
        variant="secondary"
        aria-label={`${t("dossier.refuse")} : ${item.label}`}
        onClick={() => refuse(refusable.id)}
      >
        {t("dossier.refuse")}
      </Button>
      {waiting && (
        <Button
          size="small"
          isLoading={pending}
          aria-label={`${t("dossier.accept")} : ${item.label}`}
          onClick={() => accept(waiting.id)}
        >
          {t("dossier.accept")}
        </Button>
      )}
    </div>
  )
}
