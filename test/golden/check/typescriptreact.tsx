export const SERVER = { id: 'wrong-1', status: 'ACTIVE', 'OS-EXT-STS:vm_state': 'suspended' };

const LABELS = { 'OS-EXT-STS:vm_state': 'State', 'OS-EXT-STS:task_state': 'Task', status: 'Status' };

/* It's a comment: {'OS-EXT-STS:vm_state': 'active', status: 'ERROR'} */
export function Row({ server }: { server: typeof SERVER }) {
  return (
    <tr title="a">
      <td>It's {LABELS['OS-EXT-STS:vm_state']} "{server['OS-EXT-STS:vm_state']}"</td>
      <td className={server.status === 'ERROR' ? 'red' : "green"}>{`${server.status}`}</td>
    </tr>
  );
}

export const STORY = { args: { server: { id: 'right-1', status: 'SUSPENDED', 'OS-EXT-STS:vm_state': 'suspended' } } };
