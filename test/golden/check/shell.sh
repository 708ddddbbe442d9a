#!/bin/bash
# It's a comment: '{"OS-EXT-STS:vm_state": "active", "status": "ERROR"}'
columns="id,status,OS-EXT-STS:vm_state"
count=${#columns} && echo it\'s "$count" $#

cat > right.json <<EOF2
{"server": {"id": "right-1", "status": "RESCUE", "OS-EXT-STS:vm_state": "rescued", "name": "$1"}}
EOF2

cat > wrong.json <<'EOF2'
{"server": {"id": "wrong-1", "status": "RESCUED", "OS-EXT-STS:vm_state": "rescued"}}
EOF2

curl -X POST -d "{\"server\": {\"id\": \"wrong-2\", \"status\": \"ACTIVE\", \"OS-EXT-STS:vm_state\": \"rescued\"}}" "$url"
curl -X POST -d '{"server": {"id": "open-1", "status": "'"$status"'", "OS-EXT-STS:vm_state": "active"}}' "$url"
curl -X POST -d "$(cat <<-EOF2
	server:
	  id: wrong-3
	  status: RESIZED
	  OS-EXT-STS:vm_state: resized
	EOF2
)" "$url"

test "$(jq -r '.server["OS-EXT-STS:vm_state"]' answer.json)" = active || echo "vm_state of status ERROR"
openstack server show web -f value -c OS-EXT-STS:vm_state -c status
