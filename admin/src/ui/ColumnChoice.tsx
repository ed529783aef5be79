import { Adjustments } from "@medusajs/icons"
import { Button, DropdownMenu } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

interface ColumnChoiceProps {
  choices: readonly { key: string; header: string; on: boolean }[]
  toggle: (key: string) => void
}

/** Which columns a list shows; used with useColumns. */
export function ColumnChoice({ choices, toggle }: ColumnChoiceProps) {
  const { t } = useTranslation()
  return (
    <DropdownMenu modal={false}>
      <DropdownMenu.Trigger asChild>
        <Button size="small" variant="secondary">
          <Adjustments aria-hidden /> {t("list.columns")}
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content align="end" className="max-h-80 overflow-y-auto">
        {choices.map((choice) => (
          <DropdownMenu.CheckboxItem
            key={choice.key}
            checked={choice.on}
            onCheckedChange={() => toggle(choice.key)}
            // Stays open: one seldom changes a single column.
            onSelect={(event) => event.preventDefault()}
          >
            {choice.header}
          </DropdownMenu.CheckboxItem>
        ))}
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}
