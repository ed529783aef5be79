import { useTranslation } from "react-i18next"
import { ChoiceField, TextField } from "../../../ui/Fields"
import type { Basis, Grade, Reason } from "../returns"
import { PhotoInput } from "./PhotoInput"
import type { DeskLine } from "./queries"
import type { LineDraft } from "./work"
import { mayDeduct, needsPhoto } from "./work"

const GRADES: readonly Grade[] = ["G1", "G2", "G3", "G4", "GX"]
const REASONS: readonly Reason[] = [
  "CHANGED_MIND",
  "WRONG_SIZE",
  "NOT_AS_DESCRIBED",
  "DEFECTIVE",
  "DAMAGED_IN_TRANSPORT",
  "WRONG_ITEM",
]
const NEEDS_MANAGER = 20

interface GradeFormProps {
  line: DeskLine
  draft: LineDraft
  change: (part: Partial<LineDraft>) => void
}

export function GradeForm({ line, draft, change }: GradeFormProps) {
  const { t } = useTranslation()
  return (
    <div className="mt-3 flex flex-col gap-3">
      <fieldset>
        <legend className="mb-1.5 text-sm font-medium">{t("desk.grade")}</legend>
        <div className="grid grid-cols-2 gap-2 sm:grid-cols-5">
          {GRADES.map((grade) => (
            <label
              key={grade}
              className={`has-[:focus-visible]:outline-solid flex min-h-14 cursor-pointer flex-col justify-center rounded-md border px-2.5 py-1.5 text-sm has-[:focus-visible]:outline has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-[color:var(--g-focus)] ${
                draft.grade === grade ? "border-ui-border-interactive bg-ui-bg-highlight font-medium" : "bg-ui-bg-base"
              }`}
            >
              <input
                type="radio"
                className="sr-only"
                name={`grade-${line.lineId}`}
                checked={draft.grade === grade}
                onChange={() => change({ grade })}
              />
              <span className="font-semibold">{grade}</span>
              <span className="text-ui-fg-subtle hyphens-auto text-xs leading-4">{t(`grades.${grade}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div className="grid gap-3 sm:grid-cols-2">
        <ChoiceField
          label={t("desk.basis")}
          value={draft.basis}
          onChange={(event) => change({ basis: event.target.value as Basis })}
          choices={line.bases.map((value) => ({ value, label: t(`bases.${value}`) }))}
        />
        <ChoiceField
          label={t("desk.reason")}
          value={draft.reason}
          onChange={(event) => change({ reason: event.target.value as Reason })}
          choices={REASONS.map((value) => ({ value, label: t(`reasons.${value}`) }))}
        />
        {mayDeduct(draft) && (
          <TextField
            label={t("desk.deduction")}
            type="number"
            min={0}
            max={100}
            step={1}
            hint={t(draft.deductionPercent > NEEDS_MANAGER ? "desk.deductionManager" : "desk.deductionHint")}
            value={String(draft.deductionPercent)}
            onChange={(event) =>
              change({ deductionPercent: Math.max(0, Math.min(100, Math.trunc(Number(event.target.value)) || 0)) })
            }
          />
        )}
        {needsPhoto(draft.grade) && (
          <PhotoInput title={line.title} photo={draft.photo} set={(photo) => change({ photo })} />
        )}
        <TextField
          label={t("desk.note")}
          optional={t("common.optional")}
          value={draft.note}
          onChange={(event) => change({ note: event.target.value })}
        />
      </div>
    </div>
  )
}
