"""Servers as a test in Python keeps them: in a dict and in a string."""

RIGHT = {
    'name': 'py-right',
    'status': 'SUSPENDED',
    'OS-EXT-STS:vm_state': 'suspended',
    'OS-EXT-STS:task_state': None,
}

# Wrong: while a server is being rescued it is still ACTIVE.
WRONG = {**RIGHT, 'name': 'py-wrong', 'status': 'RESCUE',
         'OS-EXT-STS:vm_state': 'active', 'OS-EXT-STS:task_state': 'rescuing'}

# Wrong on purpose, and silenced.
# server-status-disable-next-line status-mismatch -- the client must survive this
TEXT = '{"server": {"name": "py-silenced", "status": "ACTIVE", "OS-EXT-STS:vm_state": "error"}}'
