import { Badge, Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { openPaper } from "../../../api/papers"
import { messageOf } from "../../../api/errors"
import { useFormat } from "../../../i18n/format"
import { notify } from "../../../ui/notify"
import { Panel } from "../../../ui/Panel"
import { EprField } from "./EprField"
import type { ChecklistItem, SellerFile } from "./file"
import { PaperInput } from "./PaperInput"

const COLORS = { MISSING: "grey", HANDED_IN: "blue", ACCEPTED: "green", REJECTED: "red", EXPIRED: "red" } as const

export function ChecklistBadge({ state }: { state: ChecklistItem["state"] }) {
  const { t } = useTranslation()
  return (
    <Badge size="2xsmall" color={COLORS[state]}>
      {t(`checklistStates.${state}`)}
    </Badge>
  )
}

/** What the operator asks for, one line each, with what was handed in and what became of it. */
export function ChecklistPanel({ file }: { file: SellerFile }) {
  const { t } = useTranslation()
  return (
    <Panel title={t("file.papers")}>
      {file.checklist.length === 0 ? (
        <Text size="small" className="text-ui-fg-subtle">
          {t("file.noChecklist")}
        </Text>
      ) : (
        <ul className="flex flex-col divide-y">
          {file.checklist.map((item) => (
            <li key={item.code} className="flex flex-col gap-2 py-3 first:pt-0 last:pb-0">
              <Item item={item} file={file} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

function Item({ item, file }: { item: ChecklistItem; file: SellerFile }) {
  const { t } = useTranslation()
  const format = useFormat()
  const kept = item.waiting ?? item.document
  const ahead = item.mandatory && !item.binding
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Text weight="plus" size="small">
          {item.label}
        </Text>
        <ChecklistBadge state={item.state} />
      </div>
      <Text size="xsmall" className="text-ui-fg-subtle">
        {ahead
          ? t("file.bindingFrom", { day: format.date(item.bindingFrom) })
          : t(item.mandatory ? "file.mandatory" : "file.optional")}
        {item.help && ` · ${item.help}`}
      </Text>
      {item.document?.reason && (
        <Text size="small" className="text-ui-fg-error">
          {item.document.reason}
        </Text>
      )}
      {item.waiting && <Text size="small">{t("file.waiting")}</Text>}
      {kept && <OpenPaper id={kept.id} name={kept.fileName} expiresOn={kept.expiresOn} room="SELLER" />}
      {item.kind === "DOCUMENT" && file.mayEdit && <PaperInput item={item} />}
      {item.kind === "EPR" && item.stream && (
        <EprField
          stream={item.stream}
          label={item.label}
          number={file.eprNumbers.find((each) => each.stream === item.stream)?.number ?? ""}
          readOnly={!file.mayEdit}
        />
      )}
    </>
  )
}

interface OpenPaperProps {
  id: string
  name: string
  expiresOn: string | null
  room: "SELLER" | "OPERATOR"
}

export function OpenPaper({ id, name, expiresOn, room }: OpenPaperProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const open = () =>
    void openPaper(room, id, name).catch((error: unknown) => notify.failed(t("errors.title"), messageOf(error, t)))
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button type="button" size="small" variant="secondary" className="max-w-full" onClick={open}>
        <span className="truncate">{t("file.open", { name })}</span>
      </Button>
      {expiresOn && (
        <Text size="xsmall" className="text-ui-fg-subtle">
          {t("file.expires", { day: format.date(`${expiresOn}T12:00:00Z`) })}
        </Text>
      )}
    </div>
  )
}
