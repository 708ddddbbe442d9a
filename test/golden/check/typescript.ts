import type { Server } from './server';

// It's a comment: {'OS-EXT-STS:vm_state': 'active', status: 'ERROR'}
interface Answer {
  'OS-EXT-STS:vm_state': 'active' | 'error';
  status: string;
}
enum Column {
  vmState = 'OS-EXT-STS:vm_state',
  status = 'status',
}

const right = { id: 'right-1', status: 'DELETED', 'OS-EXT-STS:vm_state': 'deleted' } as const;
const wrong: Answer = {
  id: 'wrong-1',
  status: 'REBOOT' as const,
  'OS-EXT-STS:vm_state': 'active',
  'OS-EXT-STS:task_state': 'reboot_started_hard' as string,
} satisfies Server;
const nullText = { id: 'wrong-2', status: "ACTIVE", "OS-EXT-STS:vm_state": "active", "OS-EXT-STS:task_state": "null" };
const body = JSON.parse(`{"server": {"id": "wrong-3", "status": "${'ACTIVE'}", "OS-EXT-STS:vm_state": "actve"}}`);
const generic = <T,>(value: T): Record<string, T> => ({ 'OS-EXT-STS:vm_state': value, status: value });

test(`it's ${right.id}`, () => {
  expect(wrong['OS-EXT-STS:vm_state']).toEqual("active");
  expect(wrong).toMatchObject({ 'OS-EXT-STS:vm_state': expect.any(String), status: 'ERROR' });
});
