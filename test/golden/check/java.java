package org.example;

/** It's a comment: {"OS-EXT-STS:vm_state": "active", "status": "ERROR"} */
class RecordedServersTest {
    @JsonProperty("OS-EXT-STS:vm_state") private String vmState;
    @JsonProperty("status") private String status = "ERROR";

    static final char[] QUOTES = {'"', '\'', '\\'};

    static final String WRONG = """
        {
          "server": {
            "id": "wrong-1",
            "status": "ACTIVE",
            "OS-EXT-STS:vm_state": "stopped",
            "OS-EXT-STS:task_state": null
          }
        }
        """;

    static final String JOINED = "{\"server\": {\"id\": \"wrong-2\", \"status\": \"DELETED_SOFT\","
        + " \"OS-EXT-STS:vm_state\": \"soft-delete\", \"OS-EXT-STS:task_state\": \"\"}}";

    static final String RIGHT = "{\"server\":{\"status\":\"SHUTOFF\",\"OS-EXT-STS:vm_state\":\"stopped\"}}";

    static final String YAML = """
        server:
          id: wrong-3
          status: SHUTOFF
          OS-EXT-STS:vm_state: paused
        """;

    void status(String status) {
        stub("{\"status\": \"" + status + "\", \"OS-EXT-STS:vm_state\": \"active\"}", 200);
        stub(String.format("{\"status\": \"%s\", \"OS-EXT-STS:vm_state\": \"active\"}", status), 200);
        assertEquals("active", server.get("OS-EXT-STS:vm_state"), "vm_state of a server whose status is ERROR");
    }
}
