import type { GraphqlContext } from "@gondola/kit"
import { SEARCHANDISING_MODULE } from "../modules/searchandising"
import type SearchandisingModuleService from "../modules/searchandising/service"

export const moduleOf = (context: GraphqlContext): SearchandisingModuleService =>
  context.scope.resolve<SearchandisingModuleService>(SEARCHANDISING_MODULE)
