import { graphql, type ResultOf } from "@/graphql/graphql"
import { ask } from "./api"

const Export = graphql(`
  mutation ExportMyData {
    exportMyData
  }
`)

const Erase = graphql(`
  mutation EraseMyAccount($password: String!) {
    eraseMyAccount(password: $password) {
      state
      waitsFor
      dueAt
    }
  }
`)

export type Erasure = ResultOf<typeof Erase>["eraseMyAccount"]

export const exportMyData = async (token: string): Promise<string> => (await ask(Export, {}, { token })).exportMyData

export const eraseMyAccount = async (password: string, token: string): Promise<Erasure> =>
  (await ask(Erase, { password }, { token })).eraseMyAccount
