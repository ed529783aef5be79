import { PaperClip } from "@medusajs/icons"
import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { roomRequest } from "../api/hooks"
import { messageOf } from "../api/errors"
import { useRoom } from "../api/room"
import { useFormat } from "../i18n/format"
import { notify } from "../ui/notify"
import { openFile } from "./files"
import type { Message, TalkRoom } from "./talk"
import { OperatorFileQuery, SellerFileQuery } from "./talk"

/** What was said, the reader's own to the right. */
export function MessageList({ messages, sellerOrderId }: { messages: readonly Message[]; sellerOrderId: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const room = useRoom() as TalkRoom
  const open = async (file: string): Promise<void> => {
    const document = room === "SELLER" ? SellerFileQuery : OperatorFileQuery
    try {
      openFile((await roomRequest(room, document, { id: sellerOrderId, file })).file)
    } catch (error) {
      notify.failed(t("errors.title"), messageOf(error, t))
    }
  }
  return (
    <ol className="flex flex-col gap-3">
      {messages.map((message) => {
        const own = message.side === room
        return (
          <li key={message.id} className={`flex flex-col gap-1 ${own ? "items-end" : "items-start"}`}>
            <Text size="xsmall" className="text-ui-fg-subtle">
              {own ? t("talk.you") : t(`talkWho.${message.side}`)} · {format.dateTime(message.at)}
            </Text>
            <div
              className={`max-w-[42rem] rounded-lg px-3 py-2 text-sm ${own ? "bg-[color:var(--g-accent-soft)] text-[color:var(--g-on-accent-soft)]" : "bg-ui-bg-subtle"}`}
            >
              <p className="whitespace-pre-wrap break-words">{message.body}</p>
              {message.files.map((file) => (
                <button
                  key={file.id}
                  type="button"
                  className="mt-1 flex max-w-full items-center gap-1 underline"
                  aria-label={t("talk.open", { name: file.name })}
                  onClick={() => void open(file.id)}
                >
                  <PaperClip aria-hidden /> <span className="truncate">{file.name}</span>
                </button>
              ))}
            </div>
            {message.masked && (
              <Text size="xsmall" className="text-ui-fg-muted">
                {t("talk.masked")}
              </Text>
            )}
          </li>
        )
      })}
    </ol>
  )
}
