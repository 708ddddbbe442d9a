// It's a comment: @"{""OS-EXT-STS:vm_state"": ""active"", ""status"": ""ERROR""}"
class RecordedServers
{
    [JsonPropertyName("OS-EXT-STS:vm_state")] public string VmState { get; set; } = "active";
    [JsonPropertyName("status")] public string Status { get; set; } = "ERROR";

    const string Verbatim = @"{
        ""server"": {
            ""id"": ""wrong-1"",
            ""status"": ""ACTIVE"",
            ""OS-EXT-STS:vm_state"": ""shelved_offloaded"",
            ""OS-EXT-STS:task_state"": null
        }
    }";

    const string Regular = "{\"server\": {\"id\": \"wrong-2\", \"status\": \"SHELVED\", \"OS-EXT-STS:vm_state\": \"shelvd\"}}";

    const string Raw = """
        {"server": {"id": "right-1", "status": "SHELVED", "OS-EXT-STS:vm_state": "shelved"}}
        """;

    const string Yaml = """
        server:
          id: wrong-3
          status: SHELVED
          OS-EXT-STS:vm_state: active
        """;

    string Open(string status) => $"{{\"server\": {{\"status\": \"{status}\", \"OS-EXT-STS:vm_state\": \"active\"}}}}";

    string Dollars(string status) => $$"""{"server": {"id": "wrong-4", "status": "BUILD", "OS-EXT-STS:vm_state": "error", "name": "{{status}}"}}""";

    void Check(RecordedServers server) => Assert.Equal("active", server.VmState);
}
