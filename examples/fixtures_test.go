package servers_test

import "fmt"

// A list of servers, as a test of an SDK keeps it. The second one is wrong: a stopped server is SHUTOFF.
const list = `{
  "servers": [
    {
      "name": "go-right",
      "status": "PAUSED",
      "OS-EXT-STS:vm_state": "paused",
      "OS-EXT-STS:task_state": null
    },
    {
      "name": "go-wrong",
      "status": "ACTIVE",
      "OS-EXT-STS:vm_state": "stopped",
      "OS-EXT-STS:task_state": null
    }
  ]
}`

// The status is filled in when the test runs: it is neither right nor wrong.
func filled(status string) string {
	return fmt.Sprintf(`{"server": {"name": "go-filled", "status": "%s", "OS-EXT-STS:vm_state": "active"}}`, status)
}
