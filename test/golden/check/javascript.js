// It's a comment: {'OS-EXT-STS:vm_state': 'active', status: 'ERROR'}
export const fields = { 'OS-EXT-STS:vm_state': 'vmState', 'OS-EXT-STS:task_state': 'taskState', status: 'status' };
export const schema = { 'OS-EXT-STS:vm_state': { type: 'string' }, status: { type: 'string' } };
const pattern = /["'`]/g;

export const right = { id: 'right-1', status: 'PAUSED', 'OS-EXT-STS:vm_state': 'paused', 'OS-EXT-STS:task_state': null };
export const wrong = {
  id: 'wrong-1',
  status: 'PAUSED', // it's wrong
  'OS-EXT-STS:vm_state': 'active',
  'OS-EXT-STS:task_state': null,
};
export const open = (status, more) => ({ status, 'OS-EXT-STS:vm_state': 'active', 'OS-EXT-STS:task_state': `${status}ing`, ...more });

export const body = `
{
  "server": {
    "id": "wrong-2",
    "status": "ACTIVE",
    "OS-EXT-STS:vm_state": "active",
    "OS-EXT-STS:task_state": "migrating",
    "name": "${fields.status}"
  }
}`;
export const text = '{"server": {"id": "wrong-3", "status": "ERROR",' + ' "OS-EXT-STS:vm_state": "eror", "OS-EXT-STS:task_state": null}}';
export const yaml = `
server:
  id: right-2
  status: MIGRATING
  OS-EXT-STS:vm_state: active
  OS-EXT-STS:task_state: migrating
`;

it("is it's own", () => {
  expect(server['OS-EXT-STS:vm_state']).toBe('active');
  expect(server.status).toBe(pattern.test("a") ? 'ERROR' : "BUILD");
});
