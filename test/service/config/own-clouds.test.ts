import assert from 'node:assert/strict';
import { clouds, deriveStatus } from '../../../src/mapping';
import { check, checkText, complete, hover, readFixture } from '../../../src/service';
import { readConfig } from '../../../src/service/config';
import { assertFindings, atCursor, cloudCalled, json } from '../helpers';
import { applied, EXAMPLE, soundConfig } from './helpers';

const own = (cloud: unknown, more = {}) =>
  soundConfig({ clouds: { mine: cloud, ...more } }).clouds.get('mine');

describe('An own cloud', () => {
  it('derives FROZEN for active and freezing, as the example of the documents has it', () => {
    const cloud = soundConfig(EXAMPLE).clouds.get('mycloud');
    assert.ok(cloud);
    assert.deepEqual(deriveStatus(cloud, 'active', 'freezing'), {
      status: 'FROZEN',
      by: 'row',
      listed: true,
    });
    assert.equal(deriveStatus(cloud, 'active', 'rebooting').status, 'REBOOT');
    assert.deepEqual([cloud.title, cloud.statuses.FROZEN], ['My cloud', 'Unpaid.']);
  });

  it('stands behind the clouds that ship with the product', () => {
    assert.deepEqual([...soundConfig(EXAMPLE).clouds.keys()], [...clouds.keys(), 'mycloud']);
  });

  it('may be empty: then it is called by its id and has nothing but power states', () => {
    const cloud = own({});
    assert.deepEqual([cloud?.title, cloud?.rows, cloud?.statuses, cloud?.sources], ['mine', [], {}, []]);
    assert.deepEqual(cloud?.powerStates, cloudCalled('openstack').powerStates);
  });

  it('may extend another one of the config, whichever stands first', () => {
    const more = { below: { extends: 'rackspace', statuses: { FROZEN: '' } } };
    assert.deepEqual(Object.keys(own({ extends: 'below', statuses: { MELTED: '' } }, more)?.statuses ?? {}), [
      ...Object.keys(cloudCalled('rackspace').statuses),
      'FROZEN',
      'MELTED',
    ]);
  });

  it('may name a new value in a row of the cloud that it extends', () => {
    const below = { extends: 'openstack', taskStates: { rebootin: 'Not what you think.' } };
    const rows = [{ vmState: 'active', taskState: 'rebootin', status: 'REBOOT' }];
    assert.equal(
      own({ extends: 'below', rows }, { below })?.rows.length,
      cloudCalled('openstack').rows.length + 1,
    );
  });

  it('may have a row for every other task_state', () => {
    const cloud = own({
      statuses: { ACTIVE: '' },
      vmStates: { active: '' },
      rows: [{ vmState: 'active', taskState: '*', status: 'ACTIVE' }],
    });
    assert.ok(cloud);
    assert.equal(deriveStatus(cloud, 'active', 'anything').status, 'ACTIVE');
  });

  it('can make all other pairs UNKNOWN', () => {
    const cloud = own({ extends: 'ecs-classic', unlisted: 'UNKNOWN' });
    assert.ok(cloud);
    assert.deepEqual([deriveStatus(cloud, 'shelved', null).status], ['UNKNOWN']);
  });

  it('is left out when it extends a cloud that is not there', () => {
    const { config } = readConfig('{"cloud": "a", "clouds": {"a": {"extends": "x"}, "b": {"extends": "a"}}}');
    assert.deepEqual([...config.clouds.keys()], [...clouds.keys()]);
  });
});

describe('A fixture under an own cloud', () => {
  const frozen = json({ vmState: 'active', taskState: 'freezing', status: 'FROZEN' });
  const { options } = applied({ ...JSON.parse(EXAMPLE), cloud: 'mycloud' }, 'a.json');

  it('is right where it is what the cloud gives', () => {
    assertFindings(check(readFixture(frozen, 'json', options), options));
  });

  it('is wrong where it is not', () => {
    const active = frozen.replace('FROZEN', 'ACTIVE');
    const findings = check(readFixture(active, 'json', options), options);
    assertFindings(findings, 'error status-mismatch');
    assert.deepEqual([findings[0]?.cloud, findings[0]?.expected], ['mycloud', ['FROZEN']]);
  });

  it('may name the cloud in a comment', () => {
    const auto = applied(EXAMPLE, 'a.json').options;
    assertFindings(check(readFixture(`// server-status cloud=mycloud\n${frozen}`, 'jsonc'), auto));
  });

  it('is explained with the words of the config, whose links and images are not shown as such', () => {
    const meaning = 'Unpaid ![x](https://example.com/x.png) <img>';
    const text = { cloud: 'mine', clouds: { mine: { title: 'A [b](c)', statuses: { FROZEN: meaning } } } };
    const shown = hover(
      readFixture(frozen, 'json', options),
      frozen.indexOf('FROZEN'),
      applied(text, 'a.json').options,
    );
    assert.match(shown?.markdown ?? '', /Unpaid !\\\[x\\\]\(.*\\<img>/);
    assert.match(shown?.markdown ?? '', /A \\\[b\\\]\(c\) \(named in the config file\)$/);
  });

  it('is offered the values of the cloud', () => {
    const { text, offset } = atCursor(frozen.replace('FROZEN', '|'));
    const offered = complete(readFixture(text, 'json', options), offset, options)?.items[0];
    assert.deepEqual([offered?.label, offered?.detail], ['FROZEN', 'fits active + freezing']);
  });

  it('is a server by the values of that cloud alone', () => {
    const mine = {
      vmStates: { frozen: '' },
      taskStates: { thawing: '' },
      statuses: { FROZEN: '', THAWING: '' },
      rows: [{ vmState: 'frozen', taskState: 'thawing', status: 'THAWING' }],
    };
    const text = json({ vmState: 'frozen', taskState: 'thawing', status: 'FROZEN' });
    const asked = applied({ cloud: 'mine', clouds: { mine } }, 'a.json').options;
    assertFindings(checkText(text, 'json', asked), 'error status-mismatch');
    assertFindings(checkText(text, 'json'));
  });
});
