import { ArrowUpTray } from "@medusajs/icons"
import { Button, Text } from "@medusajs/ui"
import type { DragEvent } from "react"
import { useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import { ApiError } from "../../../api/errors"
import { MOST_UPLOAD_BYTES, sendFile } from "../../../api/files"
import { useRoom } from "../../../api/room"
import { FormError } from "../../../ui/FormError"
import { Meter } from "../../../ui/Meter"
import { Panel } from "../../../ui/Panel"
import { useFormat } from "../../../i18n/format"

const OFFERS = "sku;gtin;prix;stock;etat;delai\nTAS-BLEU;3769999000010;12,90;25;neuf;2"
const ARTICLES = [
  "groupe;sku;gtin;titre;marque;categorie;couleur;taille;prix;tva;stock;image;fabricant;contact fabricant",
  "PULL;PULL-S;3769999000010;Pull marin;Rayé;pulls;bleu;S;49,00;20;4;https://…/bleu.jpg;Fabrique;securite@fabrique.example",
  "PULL;PULL-M;3769999000027;Pull marin;Rayé;pulls;bleu;M;49,00;20;7;https://…/bleu.jpg;Fabrique;securite@fabrique.example",
].join("\n")

/** Takes the file by a button or by dropping it; one that is too large is not even sent. */
export function FileStep({ done }: { done: (uploadId: string) => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const room = useRoom()
  const input = useRef<HTMLInputElement>(null)
  const [share, setShare] = useState<number>()
  const [error, setError] = useState<unknown>(null)
  const [over, setOver] = useState(false)

  const send = async (file: File | undefined): Promise<void> => {
    if (!file) return
    setError(null)
    if (file.size > MOST_UPLOAD_BYTES) {
      setError(new ApiError("IMPORT_TOO_LARGE", ""))
      return
    }
    setShare(0)
    try {
      done((await sendFile(room, "/portal/imports", { file, onProgress: setShare })).id)
    } catch (cause) {
      setError(cause)
      setShare(undefined)
    }
  }
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    void send(event.dataTransfer.files[0])
  }
  return (
    <Panel>
      <div className="flex flex-col gap-4">
        <FormError error={error} />
        <div
          onDragOver={(event) => {
            event.preventDefault()
            setOver(true)
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
          className={`flex flex-col items-center gap-3 rounded-lg border-2 border-dashed px-4 py-10 text-center ${over ? "border-ui-border-interactive bg-ui-bg-highlight" : "border-ui-border-strong"}`}
        >
          <ArrowUpTray aria-hidden />
          <Text weight="plus">{t("imports.drop")}</Text>
          <Text size="small" className="text-ui-fg-subtle max-w-prose">
            {t("imports.kinds", { size: format.number(MOST_UPLOAD_BYTES / 1024 / 1024) })}
          </Text>
          <input
            ref={input}
            type="file"
            hidden
            accept=".csv,.txt,.tsv,.xlsx,.json,.jsonl,.ndjson"
            onChange={(event) => {
              void send(event.target.files?.[0])
              event.target.value = ""
            }}
          />
          {share === undefined ? (
            <Button onClick={() => input.current?.click()}>{t("imports.choose")}</Button>
          ) : (
            <div className="w-full max-w-sm" role="status">
              <Meter
                value={share}
                most={1}
                label={
                  share < 1
                    ? t("imports.sending", { share: format.number(Math.round(100 * share)) })
                    : t("imports.reading")
                }
              />
            </div>
          )}
        </div>
        <details className="text-sm">
          <summary className="cursor-pointer font-medium">{t("imports.columnsTitle")}</summary>
          <p className="text-ui-fg-subtle mt-2 max-w-prose">
            {t(room === "OPERATOR" ? "articleImports.columnsHelp" : "imports.columnsHelp")}
          </p>
          <pre className="bg-ui-bg-subtle mt-2 overflow-x-auto rounded-md p-3 text-xs" tabIndex={0}>
            {room === "OPERATOR" ? ARTICLES : OFFERS}
          </pre>
        </details>
      </div>
    </Panel>
  )
}
