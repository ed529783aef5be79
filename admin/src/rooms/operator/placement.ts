import type { ResultOf } from "../../api/graphql"
import { graphql } from "../../api/graphql"

export const SettingsQuery = graphql(`
  query PlacementSettings {
    placementSettings {
      floor {
        micros
        currency
      }
      searchSlots
      categorySlots
      maxPerBrand
    }
  }
`)

export const SaveSettingsMutation = graphql(`
  mutation SavePlacementSettings($input: PlacementSettingsInput!) {
    savePlacementSettings(input: $input) {
      maxPerBrand
    }
  }
`)

export type PlacementSettings = ResultOf<typeof SettingsQuery>["placementSettings"]

/** People count places from 1, the page's grid from 0: "3, 8" → [2, 7]; undefined when it is no list of places. */
export function slotsOf(text: string): number[] | undefined {
  const words = text.split(/[\s,;]+/).filter(Boolean)
  if (words.some((word) => !/^\d{1,2}$/.test(word) || Number(word) < 1)) return undefined
  return [...new Set(words.map((word) => Number(word) - 1))].sort((a, b) => a - b)
}
