import { Button, Heading } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import type { ResultOf } from "../../../api/graphql"
import { graphql } from "../../../api/graphql"
import { useRoomMutation, useRoomQuery } from "../../../api/hooks"
import { Answer } from "../../../ui/Feedback"
import { TextareaField } from "../../../ui/Fields"
import { FormError } from "../../../ui/FormError"
import { Panel } from "../../../ui/Panel"

const WordsQuery = graphql(`
  query SellerPresentation {
    sellerPresentation {
      fr {
        about
        delivery
        returns
      }
      en {
        about
        delivery
        returns
      }
    }
  }
`)
const SaveMutation = graphql(`
  mutation SaveSellerPresentation($fr: ShopWordsInput!, $en: ShopWordsInput!) {
    saveSellerPresentation(fr: $fr, en: $en) {
      fr {
        about
      }
    }
  }
`)

type Presentation = ResultOf<typeof WordsQuery>["sellerPresentation"]

export function ShopWordsPanel() {
  const { t } = useTranslation()
  const query = useRoomQuery(WordsQuery, {})
  return (
    <Panel title={t("myShop.words")}>
      <Answer query={query}>{({ sellerPresentation }) => <WordsForm words={sellerPresentation} />}</Answer>
    </Panel>
  )
}

function WordsForm({ words }: { words: Presentation }) {
  const { t } = useTranslation()
  const { register, handleSubmit } = useForm<Presentation>({ defaultValues: words })
  const save = useRoomMutation(SaveMutation, { said: t("myShop.saved"), quiet: true })
  return (
    <form
      noValidate
      className="flex flex-col gap-5"
      onSubmit={(event) => void handleSubmit((values) => save.mutate(values))(event)}
    >
      <FormError error={save.error} />
      {(["fr", "en"] as const).map((language) => (
        <section key={language} className="flex flex-col gap-3">
          <Heading level="h3" className="text-sm font-semibold">
            {t(language === "fr" ? "myShop.french" : "myShop.english")}
          </Heading>
          {(["about", "delivery", "returns"] as const).map((name) => (
            <TextareaField
              key={name}
              lang={language}
              rows={3}
              maxLength={2000}
              label={t(`myShop.${name}`)}
              {...register(`${language}.${name}`)}
            />
          ))}
        </section>
      ))}
      <Button type="submit" className="self-start" isLoading={save.isPending}>
        {t("common.save")}
      </Button>
    </form>
  )
}
