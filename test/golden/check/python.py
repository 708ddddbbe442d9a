"""Servers, and what looks like them: {"OS-EXT-STS:vm_state": "active"} in a text is none."""
# It's a comment: {'OS-EXT-STS:vm_state': 'active', 'status': 'ERROR'}

DOCUMENTATION = '''
---
module: my_server
options:
  vm_state:
    description: The state to wait for.
    type: str
    choices: [active, stopped]
  status:
    description: The status that is shown.
    type: str
'''

RETURN = r'''
server:
  description: The server as the cloud answers.
  type: complex
  contains:
    status:
      description: Its status.
      returned: success
      type: str
      sample: ACTIVE
    vm_state:
      description: Its state.
      returned: success
      type: str
      sample: active
'''

ARGUMENTS = dict(
    vm_state=dict(type='str', choices=['active', 'stopped']),
    task_state=dict(type='str', default=None),
    status=dict(type='str', default='ERROR'),
)
FIELDS = {'OS-EXT-STS:vm_state': 'vm_state', 'OS-EXT-STS:task_state': 'task_state', 'status': 'status'}
SCHEMA = {
    'properties': {
        'OS-EXT-STS:vm_state': {'type': 'string', 'enum': ['active']},
        'status': {'type': 'string', 'enum': ['ERROR']},
    }
}
COLUMNS = ['id', 'status', 'OS-EXT-STS:vm_state', 'OS-EXT-STS:task_state']
LOG = 'server 1: vm_state=active task_state=None status=ERROR'

RIGHT = {
    'id': 'right-1',
    'status': 'VERIFY_RESIZE',
    'OS-EXT-STS:vm_state': 'resized',
    'OS-EXT-STS:task_state': None,
}
WRONG = {
    'id': 'wrong-1',
    'name': "it's " 'one',
    'status': 'RESIZE',  # it's wrong
    'OS-EXT-STS:vm_state': u'resized',
    'OS-EXT-STS:task_state': None,
}
NULL = dict(server={'id': 'wrong-2', 'status': "ACTIVE", 'OS-EXT-STS:vm_state': "active", 'OS-EXT-STS:task_state': 'None'})

BODY = b"""
{"server": {"id": "wrong-3", "status": "BUILDING", "OS-EXT-STS:vm_state": "building", "OS-EXT-STS:task_state": "spawning"}}
"""
JOINED = ('{"server": {"id": "wrong-4", "status": "PAU'
          'SED", "OS-EXT-STS:vm_state": "suspended", '
          '"OS-EXT-STS:task_state": null}}')
RAW = r'{"server": {"id": "right-2", "name": "\"a\"", "status": "ERROR", "OS-EXT-STS:vm_state": "error"}}'
YAML = """
servers:
  - id: wrong-5
    status: ACTIVE
    OS-EXT-STS:vm_state: rescued
  - id: right-3
    status: RESCUE
    OS-EXT-STS:vm_state: rescued
"""


def server(status, **more):
    """It's open."""
    text = f'{{"server": {{"id": "open-1", "status": "{status}", "OS-EXT-STS:vm_state": "active"}}}}'
    return text, {'status': 'ERROR', 'OS-EXT-STS:vm_state': status.lower(), **more}


def test_server(server):
    assert server['OS-EXT-STS:vm_state'] == 'active'
    assert server['status'] == 'ERROR', server['OS-EXT-STS:task_state']
