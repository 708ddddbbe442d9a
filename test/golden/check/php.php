<?php
// It's a comment: ['OS-EXT-STS:vm_state' => 'active', 'status' => 'ERROR']
class RecordedServersTest extends TestCase
{
    /** @var array what our properties are called in the API */
    private $aliases = ['OS-EXT-STS:vm_state' => 'vmState', 'OS-EXT-STS:task_state' => 'taskState', 'status' => 'status'];

    private $schema = ['OS-EXT-STS:vm_state' => ['type' => 'string'], 'status' => ['type' => 'string']];

    private $right = ['id' => 'right-1', 'status' => 'ACTIVE', 'OS-EXT-STS:vm_state' => 'active', 'OS-EXT-STS:task_state' => null];

    private $wrong = array(
        'id' => 'wrong-1',
        'status' => 'ACTIVE', // it's wrong
        'OS-EXT-STS:vm_state' => 'building',
        'OS-EXT-STS:task_state' => 'networking',
    );

    public function testServer(string $status)
    {
        $body = <<<JSON
        {
          "server": {
            "id": "wrong-2",
            "status": "MIGRATING",
            "OS-EXT-STS:vm_state": "active",
            "OS-EXT-STS:task_state": "suspending",
            "name": "$status and {$this->aliases['status']}",
            "metadata": {"note": "{\"a\": 1}"}
          }
        }
        JSON;
        $open = "{\"server\": {\"status\": \"$status\", \"OS-EXT-STS:vm_state\": \"active\"}}";
        $yaml = <<<'YAML'
server:
  id: wrong-3
  status: UNKOWN
  OS-EXT-STS:vm_state: active
YAML;
        $joined = '{"server": {"id": "right-2", "status": "SUSPENDED",' . ' "OS-EXT-STS:vm_state": "suspended"}}';
        $this->assertEquals('active', $server['OS-EXT-STS:vm_state']);
        $this->assertSame('ERROR', $server['status'], "vm_state is it's");
    }
}
