const server = { id: 'wrong-1', status: 'SHUTOFF', 'OS-EXT-STS:vm_state': 'active', 'OS-EXT-STS:task_state': undefined };

export const Row = () => <p title='a'>It's "{server.status}" with {server['OS-EXT-STS:vm_state'] === 'active' && 'ERROR'}</p>;

const answer = '{"server": {"id": "right-1", "status": "SHUTOFF", "OS-EXT-STS:vm_state": "stopped"}}';
