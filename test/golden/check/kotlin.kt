package org.example

// It's a comment: """{"OS-EXT-STS:vm_state": "active", "status": "ERROR"}"""
@Serializable
data class Server(@SerialName("OS-EXT-STS:vm_state") val vmState: String, val status: String = "ERROR")

val wrong = """
    {
      "server": {
        "id": "wrong-1",
        "status": "PAUSED",
        "OS-EXT-STS:vm_state": "suspended",
        "OS-EXT-STS:task_state": null
      }
    }
""".trimIndent()

val right = "{\"server\": {\"status\": \"PAUSED\", \"OS-EXT-STS:vm_state\": \"paused\"}}"

val yaml = """
    server:
      id: wrong-2
      status: SUSPENDED
      OS-EXT-STS:vm_state: pausd
""".trimIndent()

fun open(status: String) = """{"server": {"status": "$status", "OS-EXT-STS:vm_state": "${status.lowercase()}"}}"""

fun check(server: Server) = assertEquals("active", server.vmState)
