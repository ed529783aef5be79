import { Badge, Button, Drawer } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useRoomMutation, useRoomQuery } from "../api/hooks"
import { useRoom } from "../api/room"
import { useFormat } from "../i18n/format"
import { Answer, EmptyNote } from "../ui/Feedback"
import { SidePanel } from "../ui/SidePanel"
import { MarkReadMutation, type Notice, NoticesQuery } from "./notices"
import { MailLanguage } from "./MailLanguage"
import { Preferences } from "./Preferences"

const STEP = 20
const MOST = 100

export function NoticesPanel({ close }: { close: () => void }) {
  const { t } = useTranslation()
  const { language } = useFormat()
  const room = useRoom()
  const [pageSize, setPageSize] = useState(STEP)
  const query = useRoomQuery(NoticesQuery, { pageSize, locale: language })
  const mark = useRoomMutation(MarkReadMutation)
  return (
    <SidePanel title={t("bell.title")} close={close}>
      <Drawer.Body className="flex flex-col gap-3 overflow-y-auto p-4 [&>*]:shrink-0">
        <Answer query={query}>
          {({ notifications: { items, total, unread } }) => (
            <>
              {unread > 0 && (
                <Button
                  size="small"
                  variant="secondary"
                  className="shrink-0 self-end"
                  isLoading={mark.isPending}
                  onClick={() => mark.mutate({})}
                >
                  {t("bell.readAll")}
                </Button>
              )}
              {items.length === 0 && <EmptyNote title={t("bell.empty")} hint={t("bell.emptyHint")} />}
              <ul className="flex flex-col divide-y">
                {items.map((notice) => (
                  <NoticeItem
                    key={notice.id}
                    notice={notice}
                    close={close}
                    read={() => !notice.read && mark.mutate({ ids: [notice.id] })}
                  />
                ))}
              </ul>
              {total > items.length && pageSize < MOST && (
                <Button size="small" variant="secondary" onClick={() => setPageSize(Math.min(MOST, pageSize + STEP))}>
                  {t("bell.more")}
                </Button>
              )}
            </>
          )}
        </Answer>
        <Preferences />
        {room === "SELLER" && <MailLanguage />}
      </Drawer.Body>
    </SidePanel>
  )
}

function NoticeItem({ notice, read, close }: { notice: Notice; read: () => void; close: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { actionUrl, actionLabel } = notice
  const follow = () => {
    read()
    close()
  }
  return (
    <li className="flex flex-col gap-1 py-3">
      <div className="flex items-start justify-between gap-2">
        <button type="button" className="min-w-0 text-left" onClick={read}>
          <span className={`block break-words text-sm ${notice.read ? "" : "font-semibold"}`}>{notice.subject}</span>
        </button>
        {!notice.read && (
          <Badge size="2xsmall" color="green" className="shrink-0">
            {t("bell.unread")}
          </Badge>
        )}
      </div>
      {notice.paragraphs[0] && <p className="text-ui-fg-subtle break-words text-sm">{notice.paragraphs[0]}</p>}
      <div className="text-ui-fg-muted flex flex-wrap items-center justify-between gap-2 text-xs">
        <time dateTime={notice.at}>{format.dateTime(notice.at)}</time>
        {actionUrl && actionLabel && <Target url={actionUrl} label={actionLabel} follow={follow} />}
      </div>
    </li>
  )
}

/** A page of the portal opens in place; anything else is an address of its own. */
function Target({ url, label, follow }: { url: string; label: string; follow: () => void }) {
  const path = url.startsWith(`${location.origin}/`) ? url.slice(location.origin.length) : url
  const look = "text-ui-fg-interactive text-sm font-medium"
  return path.startsWith("/") ? (
    <Link to={path} className={look} onClick={follow}>
      {label}
    </Link>
  ) : (
    <a href={path} className={look} rel="noreferrer" onClick={follow}>
      {label}
    </a>
  )
}
