import { getDirective } from "@graphql-tools/utils"
import { parse, validate } from "graphql"
import { composeSchema } from "@gondola/kit"
import { marketplaceGraphql } from "../graphql"
import { figuresGraphql } from "../graphql/figure-resolvers"
import { documentText } from "./graph-operation"
import { openApi } from "./open-api"
import { sellerOperations } from "./operations"
import { matchOperation } from "./route"
import { bindSellerApi, fieldOf } from "./schema"

const schema = composeSchema([marketplaceGraphql, figuresGraphql()])
bindSellerApi(schema)
const operations = sellerOperations()

const match = (method: string, path: string) => matchOperation(operations, method, path)

describe("the router of the seller's API", () => {
  it("finds an operation and what varies in its path", () => {
    expect(match("GET", "/orders")).toMatchObject({ operation: { id: "listOrders" }, params: {} })
    expect(match("GET", "/orders/")).toMatchObject({ operation: { id: "listOrders" } })
    expect(match("POST", "/orders/so_1/parcels/par%2F1/delivered")).toMatchObject({
      operation: { id: "deliverParcel" },
      params: { id: "so_1", parcelId: "par/1" },
    })
    expect(match("DELETE", "/orders/so_1")).toEqual({ methods: ["GET"] })
    expect(match("GET", "/orders/%E0%A4%A")).toMatchObject({ params: { id: "%E0%A4%A" } })
    for (const path of ["", "/", "/order", "/orders/so_1/ship/x", "/orders//ship"])
      expect(match("GET", path)).toBeNull()
  })

  it("describes every operation with its scope, once", () => {
    const document = openApi() as { paths: Record<string, Record<string, { operationId: string; "x-scope": string }>> }
    const described = Object.values(document.paths).flatMap((methods) => Object.values(methods))
    expect(described.map((each) => [each.operationId, each["x-scope"]]).sort()).toEqual(
      operations.map((each) => [each.id, each.scope]).sort(),
    )
    expect(new Set(operations.map((each) => each.id)).size).toBe(operations.length)
    expect(JSON.stringify(document)).toContain('"trackingNumber"')
  })

  it("has no two entries for one method and path", () => {
    const places = operations.map(({ method, path }) => `${method} ${path.replace(/:\w+/g, ":")}`)
    expect(new Set(places).size).toBe(places.length)
  })

  it.each(operations.map((each) => [each.id, each] as const))("%s asks the schema what it has", (_id, operation) => {
    const scope = getDirective(schema, fieldOf(schema, operation.field), "scope")?.[0] as { needs: string }
    expect(scope.needs).toBe(operation.scope)
    const { select } = operation as { select?: string }
    if (select || operation.field.startsWith("Mutation."))
      if (!operation.takesFile && operation.id !== "saveOffers")
        expect(validate(schema, parse(documentText(schema, { field: operation.field, select })))).toEqual([])
    expect(operation.describe().answer).toBeTruthy()
  })
})
