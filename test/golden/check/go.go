package compute_test

import (
	"fmt"
	"net/http"
	"testing"
)

// It's no string: `{"OS-EXT-STS:vm_state": "active", "status": "ERROR"}`

// Server is what we keep of an answer. The tags name keys and hold no values.
type Server struct {
	Status    string  `json:"status"`
	VMState   string  `json:"OS-EXT-STS:vm_state"`
	TaskState *string `json:"OS-EXT-STS:task_state"`
}

var keys = map[string]string{
	"OS-EXT-STS:vm_state":   "VMState",
	"OS-EXT-STS:task_state": "TaskState",
	"status":                "Status",
}

const columns = `
+-----------------------+--------+
| OS-EXT-STS:vm_state   | active |
| OS-EXT-STS:task_state | None   |
| status                | ERROR  |
+-----------------------+--------+
`

const listBody = `
{
  "servers": [
    {
      "id": "right-1",
      "status": "REBOOT",
      "OS-EXT-STS:vm_state": "active",
      "OS-EXT-STS:task_state": "rebooting"
    },
    {
      "id": "wrong-1",
      "status": "ACTIVE",
      "OS-EXT-STS:vm_state": "active",
      "OS-EXT-STS:task_state": "rebooting"
    }
  ]
}`

const getBody = "{\"server\": {\"id\": \"wrong-2\", \"status\": \"SHUTOF\", \"OS-EXT-STS:vm_state\": \"stopped\", \"OS-EXT-STS:task_state\": null}}"

const spliced = `{"server": {"id": "open-1", "status": "` + wantStatus + `", "OS-EXT-STS:vm_state": "active", "OS-EXT-STS:task_state": null}}`

const recording = `
---
version: 2
interactions:
  - id: 0
    response:
      body: '{"server": {"id": "wrong-3", "status": "ACTIVE", "OS-EXT-STS:vm_state": "paused", "OS-EXT-STS:task_state": null}}'
      status: 200 OK
`

func handleGet(w http.ResponseWriter, status string) {
	fmt.Fprintf(w, `{"server": {"id": "%s", "status": "%[2]s", "OS-EXT-STS:vm_state": "active"}}`, "open-2", status)
	fmt.Fprint(w, `HTTP/1.1 200 OK
Content-Type: application/json

{"server": {"id": "wrong-4", "status": "ACTIVE", "OS-EXT-STS:vm_state": "active", "OS-EXT-STS:task_state": "None"}}`)
}

func TestGet(t *testing.T) {
	s := Server{Status: "ERROR", VMState: "active"}
	if s.VMState != "active" || s.Status != "ACTIVE" {
		t.Errorf("server has vm_state %q and status %q", s.VMState, s.Status)
	}
	Expect(s.VMState).To(Equal("active"))
	body := map[string]any{
		"id":                    "wrong-5",
		"status":                "SUSPENDED",
		"OS-EXT-STS:vm_state":   "active",
		"OS-EXT-STS:task_state": nil,
	}
	_ = body
}
