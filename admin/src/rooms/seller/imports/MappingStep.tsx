import { Button, Input, Label, RadioGroup, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useRoomMutation, useRoomQuery } from "../../../api/hooks"
import { useRoom } from "../../../api/room"
import { useFormat } from "../../../i18n/format"
import { Answer } from "../../../ui/Feedback"
import { Choice, ChoiceField } from "../../../ui/Fields"
import { FormError } from "../../../ui/FormError"
import { Panel } from "../../../ui/Panel"
import type { Mapping, Upload } from "./imports"
import { SaveMappingMutation, StartMutation, UploadQuery } from "./imports"

interface MappingStepProps {
  uploadId: string
  started: (runId: string) => void
}

export function MappingStep({ uploadId, started }: MappingStepProps) {
  const query = useRoomQuery(UploadQuery, { id: uploadId })
  return (
    <Answer query={query} rows={8}>
      {(data) => (
        <MappingForm
          key={data.importUpload.id}
          upload={data.importUpload}
          fields={data.importFields}
          saved={data.importMappings.map(({ id, name, fields }) => ({ id, name, mapping: mappingOf(fields) }))}
          started={started}
        />
      )}
    </Answer>
  )
}

const mappingOf = (fields: readonly { field: string; column: string }[]): Mapping =>
  Object.fromEntries(fields.map(({ field, column }) => [field, column]))
const fieldsOf = (mapping: Mapping) => Object.entries(mapping).map(([field, column]) => ({ field, column }))

interface MappingFormProps {
  upload: Upload
  fields: readonly string[]
  saved: readonly { id: string; name: string; mapping: Mapping }[]
  started: (runId: string) => void
}

/** Column by column what it means, as guessed; a dry run tells everything before anything is written. */
function MappingForm({ upload, fields, saved, started }: MappingFormProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const isOperator = useRoom() === "OPERATOR"
  const [mapping, setMapping] = useState<Mapping>(() => mappingOf(upload.guess))
  const [newState, setNewState] = useState<"DRAFT" | "ACTIVE">("DRAFT")
  const [name, setName] = useState("")
  const start = useRoomMutation(StartMutation, { quiet: true, done: (data) => started(data.startImport.id) })
  const keep = useRoomMutation(SaveMappingMutation, { said: t("imports.mappingSaved"), done: () => setName("") })
  const isNamed = Boolean(mapping.sku || (isOperator && mapping.key))
  const fieldOf = (column: string): string => fields.find((field) => mapping[field] === column) ?? ""
  const assign = (column: string, field: string): void =>
    setMapping((before) => {
      const next = Object.fromEntries(Object.entries(before).filter(([, taken]) => taken !== column))
      return field ? { ...next, [field]: column } : next
    })
  const choices = [
    { value: "", label: t("imports.notRead") },
    ...fields.map((field) => ({ value: field, label: t(`importFields.${field}` as "importFields.sku") })),
  ]
  const run = (dryRun: boolean): void =>
    start.mutate({
      uploadId: upload.id,
      mapping: fieldsOf(mapping),
      dryRun,
      newState: isOperator ? "ACTIVE" : newState,
    })
  return (
    <div className="flex flex-col gap-4">
      <FormError error={start.error} />
      <Panel
        title={upload.file}
        actions={
          saved.length > 0 && (
            <div className="w-60">
              <ChoiceField
                label={t("imports.savedMapping")}
                choices={[
                  { value: "", label: t("imports.guessed") },
                  ...saved.map((each) => ({ value: each.id, label: each.name })),
                ]}
                onChange={(event) => {
                  const chosen =
                    saved.find((each) => each.id === event.target.value)?.mapping ?? mappingOf(upload.guess)
                  const there = Object.entries(chosen).filter(([, column]) => upload.columns.includes(column))
                  setMapping(Object.fromEntries(there))
                }}
              />
            </div>
          )
        }
        flush
      >
        <Text size="small" className="text-ui-fg-subtle px-4 pb-2 sm:px-5">
          {t("imports.found", {
            count: upload.total,
            shown: format.number(upload.total),
            format: upload.format.toUpperCase(),
            encoding: upload.encoding,
          })}
        </Text>
        <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={t("imports.mapping")}>
          <table className="w-full min-w-[36rem] text-left text-sm">
            <thead>
              <tr className="text-ui-fg-subtle border-b">
                <th scope="col" className="px-4 py-2 font-medium sm:px-5">
                  {t("imports.column")}
                </th>
                <th scope="col" className="px-4 py-2 font-medium">
                  {t("imports.meaning")}
                </th>
                <th scope="col" className="px-4 py-2 font-medium">
                  {t("imports.examples")}
                </th>
              </tr>
            </thead>
            <tbody>
              {upload.columns.map((column, at) => (
                <tr key={column} className="border-b last:border-b-0">
                  <th scope="row" className="max-w-[14rem] truncate px-4 py-2 font-medium sm:px-5">
                    {column}
                  </th>
                  <td className="w-64 min-w-48 px-4 py-2">
                    <Choice
                      aria-label={t("imports.meaningOf", { column })}
                      choices={choices}
                      value={fieldOf(column)}
                      onChange={(event) => assign(column, event.target.value)}
                    />
                  </td>
                  <td className="text-ui-fg-subtle max-w-[20rem] truncate px-4 py-2">
                    {upload.sample
                      .slice(0, 3)
                      .map((row) => row[at])
                      .filter(Boolean)
                      .join(" · ") || "–"}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <form
          className="flex flex-wrap items-center gap-2 border-t px-4 py-3 sm:px-5"
          onSubmit={(event) => {
            event.preventDefault()
            if (name.trim()) keep.mutate({ name: name.trim(), fields: fieldsOf(mapping) })
          }}
        >
          <Input
            size="small"
            className="w-60"
            value={name}
            maxLength={80}
            aria-label={t("imports.mappingName")}
            placeholder={t("imports.mappingName")}
            onChange={(event) => setName(event.target.value)}
          />
          <Button size="small" variant="secondary" type="submit" disabled={!name.trim()} isLoading={keep.isPending}>
            {t("imports.keepMapping")}
          </Button>
        </form>
      </Panel>
      {!isOperator && <NewOffers state={newState} choose={setNewState} />}
      <div className="flex flex-wrap items-center justify-end gap-2">
        {!isNamed && (
          <Text size="small" className="text-ui-fg-error mr-auto" role="alert">
            {t("imports.needsSku")}
          </Text>
        )}
        <Button variant="secondary" disabled={!isNamed} isLoading={start.isPending} onClick={() => run(true)}>
          {t("imports.dryRun")}
        </Button>
        <Button disabled={!isNamed} isLoading={start.isPending} onClick={() => run(false)}>
          {t("imports.start")}
        </Button>
      </div>
    </div>
  )
}

function NewOffers({ state, choose }: { state: "DRAFT" | "ACTIVE"; choose: (state: "DRAFT" | "ACTIVE") => void }) {
  const { t } = useTranslation()
  return (
    <Panel title={t("imports.newOffers")}>
      <RadioGroup
        value={state}
        onValueChange={(value) => choose(value as "DRAFT" | "ACTIVE")}
        aria-label={t("imports.newOffers")}
        className="flex flex-col gap-3"
      >
        {(["DRAFT", "ACTIVE"] as const).map((each) => (
          <div key={each} className="flex items-start gap-3">
            <RadioGroup.Item value={each} id={`new-${each}`} />
            <Label htmlFor={`new-${each}`} className="flex flex-col gap-0.5" size="small">
              <span className="font-medium">{t(`imports.as${each}`)}</span>
              <span className="text-ui-fg-subtle font-normal">{t(`imports.as${each}Hint`)}</span>
            </Label>
          </div>
        ))}
      </RadioGroup>
    </Panel>
  )
}
