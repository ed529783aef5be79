import { Button, Input } from "@medusajs/ui"
import { useDeferredValue, useState } from "react"
import { useTranslation } from "react-i18next"
import { useRoomQuery } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import { Choice } from "../../../ui/Fields"
import { Answer } from "../../../ui/Feedback"
import { Panel } from "../../../ui/Panel"
import { Picture } from "../../../ui/Picture"
import { POSITIONS } from "./PinnedList"
import { ExplainQuery } from "./search"

/** Any product of the shop, to be held at a position here. */
export function ProductFinder({
  pin,
  taken,
}: {
  pin: (productId: string, position: number) => void
  taken: readonly string[]
}) {
  const { t } = useTranslation()
  const { language } = useFormat()
  const [text, setText] = useState("")
  const [position, setPosition] = useState("1")
  const query = useDeferredValue(text.trim())
  const found = useRoomQuery(
    ExplainQuery,
    { input: { query, locale: language, explain: true, pageSize: 6 } },
    { enabled: query.length > 1 },
  )
  return (
    <Panel title={t("search.addPin")}>
      <div className="flex flex-col gap-3">
        <div className="flex gap-2">
          <Input
            type="text"
            role="searchbox"
            aria-label={t("search.findProduct")}
            placeholder={t("search.findProduct")}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <Choice
            className="!w-20"
            aria-label={t("search.position")}
            value={position}
            onChange={(event) => setPosition(event.target.value)}
            choices={POSITIONS}
          />
        </div>
        {query.length > 1 && (
          <Answer query={found} rows={3}>
            {({ search }) => (
              <ul className="flex flex-col gap-2" aria-live="polite">
                {search.hits.length === 0 && <li className="text-ui-fg-subtle text-sm">{t("search.nothing")}</li>}
                {search.hits.map(({ card }) => (
                  <li key={card.id} className="flex items-center gap-3">
                    <Picture src={card.image} />
                    <span className="line-clamp-2 min-w-0 flex-1 text-sm">{card.title}</span>
                    <Button
                      size="small"
                      variant="secondary"
                      disabled={taken.includes(card.id)}
                      aria-label={`${t("search.pin")} ${card.title}`}
                      onClick={() => pin(card.id, Number(position))}
                    >
                      {t("search.pin")}
                    </Button>
                  </li>
                ))}
              </ul>
            )}
          </Answer>
        )}
      </div>
    </Panel>
  )
}
