import { useLocale, useTranslations } from "next-intl"
import { formatInstant } from "@/lib/dates"
import { paths } from "@/lib/paths"
import type { Message } from "@/server/order-care"

interface MessageListProps {
  messages: readonly Message[]
  accessToken: string
  part: string
}

/** What was said about one part of the order, the oldest first. */
export function MessageList({ messages, accessToken, part }: MessageListProps) {
  const t = useTranslations("talk")
  const locale = useLocale()
  if (messages.length === 0) return <p className="muted">{t("empty")}</p>
  return (
    <ol className="talk">
      {messages.map((message) => (
        <li key={message.id} data-side={message.side}>
          <p className="muted">
            {t(message.side)} · {formatInstant(message.at, locale)}
          </p>
          <div className="talk-body">
            <p>{message.body}</p>
            {message.files.map((file) => (
              <p key={file.id}>
                {/* A file, not a page: it must not be fetched ahead. */}
                <a href={`/${locale}${paths.messageFile(accessToken, part, file.id)}`} download>
                  {t("file", { name: file.name })}
                </a>
              </p>
            ))}
          </div>
          {message.masked ? <p className="muted">{t("masked")}</p> : null}
        </li>
      ))}
    </ol>
  )
}
