import assert from 'node:assert/strict';
import { fillIn } from '../../src/words';
import { CHINESE } from './chinese';

describe('A blank around what is filled in', () => {
  it('stays beside Latin letters and goes between two Chinese ones', () => {
    assert.equal(fillIn('按 {cloud} 应为', { cloud: 'OpenStack Nova' }), '按 OpenStack Nova 应为');
    assert.equal(fillIn('按 {cloud} 应为', { cloud: '华为云 ECS' }), '按华为云 ECS 应为');
    assert.equal(fillIn('{list} 或 {last}', { list: '其他', last: '任意' }), '其他或任意');
    assert.equal(fillIn('{what} {label}', { what: '服务器', label: '甲' }), '服务器甲');
  });

  it('stays inside a value, whoever wrote it', () => {
    assert.equal(fillIn('{value} 的含义', { value: '甲 乙' }), '甲 乙的含义');
    assert.equal(CHINESE.say('{value}: {meaning}', { value: '甲 乙', meaning: '丙 丁' }), '甲 乙：丙 丁');
  });

  it('goes by the letters beside it, not by the first ones of the text', () => {
    assert.equal(fillIn('Nova 状态 {value}', { value: '运行中' }), 'Nova 状态运行中');
    assert.equal(fillIn('状态 is {value}', { value: '运行中' }), '状态 is 运行中');
    assert.equal(fillIn('{value} 的 Nova', { value: '服务器' }), '服务器的 Nova');
  });

  it('is all that goes', () => {
    assert.equal(fillIn('按{value}', { value: 'A款' }), '按A款');
    assert.equal(fillIn('按{value}', { value: 'A' }), '按A');
    assert.equal(fillIn('{value}款', { value: '按A' }), '按A款');
  });

  it('leaves a Chinese text its brackets, and the mark of a part that is not there', () => {
    assert.equal(fillIn('（value）{value} 与 {other}', { value: '甲' }), '（value）甲与 {other}');
  });

  it('leaves English as it is, and the mark of a part that is not there', () => {
    assert.equal(fillIn('Set {field} to {value}', { field: 'status' }), 'Set status to {value}');
  });
});

describe('The older ECS in Chinese', () => {
  it('has a name', () => {
    assert.equal(CHINESE.clouds.get('ecs-classic')?.title, 'ECS（旧版状态表）');
  });
});
