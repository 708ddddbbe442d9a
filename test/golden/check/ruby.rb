# It's a comment: { 'OS-EXT-STS:vm_state' => 'active', 'status' => 'ERROR' }
FIELDS = { 'OS-EXT-STS:vm_state' => :vm_state, 'status' => :status }.freeze
COLUMNS = %w[id status OS-EXT-STS:vm_state it's]

RIGHT = { 'id' => 'right-1', 'status' => 'ACTIVE', 'OS-EXT-STS:vm_state' => 'active', 'OS-EXT-STS:task_state' => nil }
WRONG = {
  'id' => 'wrong-1',
  'status' => 'ERROR', # it's wrong
  'OS-EXT-STS:vm_state' => 'active',
  'OS-EXT-STS:task_state' => 'nil'
}.freeze

BODY = <<~JSON
  {
    "server": {
      "id": "wrong-2",
      "status": "RESIZE",
      "OS-EXT-STS:vm_state": "active",
      "OS-EXT-STS:task_state": null
    }
  }
JSON

TEXT = '{"server": {"id": "wrong-3", "name": "it\'s", "status": "REBUILDING", "OS-EXT-STS:vm_state": "active", "OS-EXT-STS:task_state": "rebuilding"}}'
PERCENT = %q({"server": {"id": "right-2", "status": "REBUILD", "OS-EXT-STS:vm_state": "active", "OS-EXT-STS:task_state": "rebuilding"}})
YAML_TEXT = <<-'YAML'
server:
  id: wrong-4
  status: PASSWORD
  OS-EXT-STS:vm_state: active
  OS-EXT-STS:task_state: resize_prep
  YAML

def answer(status)
  "{\"server\": {\"status\": \"#{status}\", \"OS-EXT-STS:vm_state\": \"active\"}}"
end

describe 'a server' do
  it "is it's own" do
    expect(server['OS-EXT-STS:vm_state']).to eq('active')
    expect(server['status']).to eq 'ERROR'
  end
end
