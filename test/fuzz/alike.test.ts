import assert from 'node:assert/strict';
import fc from 'fast-check';
import { blocksOf } from '../../src/fixture';
import { check, type Finding, type Fixture, readFixture } from '../../src/service';
import { likenesses } from '../../src/service/recognise/likeness';
import { file, holds, SEED } from './helpers';
import { WAYS, WAYS_IN_STRINGS } from './ways';

/** The fixture with servers that are all taken for different ones, so that each of them is checked, with new numbers. */
const allDifferent = (fixture: Fixture): Fixture => {
  const servers = fixture.servers.map((server, likeness) => ({ ...server, likeness }));
  const blocks = { ...fixture.blocks(), servers: blocksOf(servers) };
  return { ...fixture, likenessOf: likenesses().of, servers, blocks: () => blocks };
};

/** Everything that a finding says, without what tells its server from its copy. */
const said = (findings: readonly Finding[]): unknown =>
  JSON.parse(
    JSON.stringify(findings, (key, value) => (key === 'likeness' ? undefined : (value?.id ?? value))),
  );

for (const [way, languageId, write] of [...WAYS, ...WAYS_IN_STRINGS]) {
  it(`servers that say the same have the same findings as when each is checked: ${way} (seed ${SEED})`, () => {
    holds(
      fc.property(file, fc.boolean(), (value, isSame) => {
        // The same object twice is an alias in YAML.
        const again = isSame ? value.servers : structuredClone(value.servers);
        const fixture = readFixture(write({ servers: [...value.servers, ...again] }), languageId);
        assert.deepEqual(said(check(fixture)), said(check(allDifferent(fixture))));
      }),
      100,
    );
  });
}
