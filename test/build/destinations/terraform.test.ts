import { destinations } from '../../../build/destinations'
import type { Destination } from '../../../build/destinations/destination'
import { input, path } from '../../../build/destinations/mapping'
import { terraformOf } from '../../../build/destinations/terraform'

const [first] = destinations
if (first === undefined) throw new Error('there are destinations')
const tool: Destination = { ...first, slug: 'a-tool', name: 'A tool', metadataId: 'abc' }

test('each subscription is a resource, and what is filled in is a variable', () => {
  const mapping = {
    email: path('$.traits.email'),
    list: [input('List id')],
    on: true,
    none: {},
    text: `\${a} %{b} "c"`,
  }
  const subscription = { name: 'Email opt-in', action: 'subscribe', trigger: 'event = "Web Registration"', mapping }
  expect(terraformOf(tool, [subscription])).toBe(`variable "a_tool_destination_id" {
  description = "Id of the A tool destination that this source is connected to"
}

variable "a_tool_list_id" {
  description = "List id"
}

data "segment_destination_metadata" "a_tool" {
  id = "abc"
}

resource "segment_destination_subscription" "a_tool_email_opt_in" {
  destination_id = var.a_tool_destination_id
  name           = "Email opt-in"
  enabled        = true
  action_id      = one([for action in data.segment_destination_metadata.a_tool.actions : action.id if action.slug == "subscribe"])
  trigger        = "event = \\"Web Registration\\""
  settings       = jsonencode({
    "email" = {
      "@path" = "$.traits.email"
    }
    "list" = [
      var.a_tool_list_id,
    ]
    "on" = true
    "none" = {}
    "text" = "$\${a} %%{b} \\"c\\""
  })
}`)
})
