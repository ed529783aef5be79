import { graphql, type ResultOf } from "@/graphql/graphql"
import { MoneyFragment } from "@/graphql/trader"
import { ask } from "./api"

const SignIn = graphql(`
  mutation SignInCustomer($email: String!, $password: String!) {
    signInCustomer(email: $email, password: $password) {
      token
    }
  }
`)

const SignUp = graphql(`
  mutation SignUpCustomer($email: String!, $password: String!, $firstName: String!, $lastName: String!) {
    signUpCustomer(email: $email, password: $password, firstName: $firstName, lastName: $lastName) {
      token
    }
  }
`)

const AskReset = graphql(`
  mutation AskPasswordReset($email: String!, $locale: String) {
    requestPasswordReset(email: $email, face: SHOP, locale: $locale)
  }
`)

const Reset = graphql(`
  mutation ResetPassword($token: String!, $password: String!) {
    resetPassword(token: $token, password: $password)
  }
`)

const MyOrders = graphql(
  `
    query MyOrders($page: Int!) {
      me {
        personName
        email
      }
      myOrders(page: $page, pageSize: 10) {
        total
        page
        pageSize
        items {
          id
          number
          placedAt
          accessToken
          total {
            ...Amount
          }
          groups {
            state
            trader {
              name
            }
            lines {
              title
              quantity
            }
          }
        }
      }
    }
  `,
  [MoneyFragment],
)

const WhoAmI = graphql(`
  query WhoAmI {
    me {
      personName
      email
    }
  }
`)

export type CustomerOrders = ResultOf<typeof MyOrders>

export async function signIn(email: string, password: string): Promise<string> {
  return (await ask(SignIn, { email, password })).signInCustomer.token
}

export async function signUp(person: {
  email: string
  password: string
  firstName: string
  lastName: string
}): Promise<string> {
  return (await ask(SignUp, person)).signUpCustomer.token
}

export const askPasswordReset = (email: string, locale: string) => ask(AskReset, { email, locale })

export const resetPassword = (token: string, password: string) => ask(Reset, { token, password })

export const myOrders = (page: number, token: string): Promise<CustomerOrders> => ask(MyOrders, { page }, { token })

/** Name and address of the signed-in customer, to be filled in; null for a guest and after the sign-in is over. */
export const whoAmI = (token: string | undefined) =>
  token
    ? ask(WhoAmI, {}, { token }).then(
        ({ me }) => me,
        () => null,
      )
    : Promise.resolve(null)
