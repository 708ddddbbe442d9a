//! It's a comment: r#"{"OS-EXT-STS:vm_state": "active", "status": "ERROR"}"#

#[derive(Deserialize)]
struct Server<'a> {
    #[serde(rename = "OS-EXT-STS:vm_state")]
    vm_state: &'a str,
    status: &'a str,
}

const WRONG: &str = r#"
{
  "server": {
    "id": "right-0",
    "status": "ACTIVE",
    "OS-EXT-STS:vm_state": "active",
    "OS-EXT-STS:task_state": "deleting",
    "fault": null
  }
},
{
  "server": {
    "id": "wrong-2",
    "status": "HARD_REBOOT",
    "OS-EXT-STS:vm_state": "active",
    "OS-EXT-STS:task_state": "rebooting"
  }
}"#;

const RIGHT: &[u8] = b"{\"server\": {\"status\": \"ACTIVE\", \"OS-EXT-STS:vm_state\": \"active\"}}";

const YAML: &str = "
server:
  id: wrong-3
  status: active
  OS-EXT-STS:vm_state: active
";

fn quotes() -> [char; 2] {
    ['"', '\'']
}

#[test]
fn is_active() {
    let server = Server { vm_state: "active", status: "ERROR" };
    assert_eq!(server.vm_state, "active");
    println!("vm_state {} and status {}", server.vm_state, server.status);
}
