import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { buttonsOf, steps } from '../walkthrough';

const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
const ours: string[] = contributes.commands.map(({ command }: { command: string }) => command);

/** A command of ours that package.json does not have. That VS Code has the others is tested inside it. */
const isMissing = (command: string) => command.startsWith('serverStatus.') && !ours.includes(command);

describe('The walkthrough', () => {
  for (const step of steps) {
    it(`has one button in the step ${step.id}, the same in English and Chinese, for a command that exists`, () => {
      const english = buttonsOf(step, 'package.nls.json');
      assert.equal(english.length, 1);
      assert.deepEqual(buttonsOf(step, 'package.nls.zh-cn.json'), english);
      assert.deepEqual(
        english.filter((link) => isMissing(link.split('?')[0] ?? '')),
        [],
      );
    });

    it(`ticks the step ${step.id} off by events of VS Code and commands that exist`, () => {
      assert.notEqual(step.completionEvents.length, 0);
      for (const event of step.completionEvents) {
        const [kind, what = ''] = event.split(':');
        assert.match(kind ?? '', /^(onCommand|onContext|onSettingChanged)$/);
        if (kind === 'onCommand') assert.ok(!isMissing(what), what);
        if (kind === 'onSettingChanged') assert.ok(what in contributes.configuration.properties, what);
      }
    });
  }
});
