import assert from 'node:assert/strict';
import { BAD, WARNING } from '../helpers';
import { checkedFile, print, reportOf, skippedFile } from './helpers';

const github = (...files: Parameters<typeof reportOf>[0]) => print('github', reportOf(files));

describe('check --format github', () => {
  it('is one command a finding, with its place, its rule as the title and its message', () => {
    assert.match(
      github(checkedFile('a.json', BAD)),
      /^::error file=a\.json,line=1,endLine=1,col=76,endColumn=83,title=status-mismatch::Status "ERROR" [^\n]+\n$/,
    );
  });

  it('has a warning for a warning, and a notice for what is less', () => {
    assert.match(github(checkedFile('a.json', WARNING)), /^::warning /);
    const odd = BAD.replace('null', '"spawning"').replace('ERROR', 'ACTIVE');
    assert.match(github(checkedFile('a.json', odd)), /^::notice /);
  });

  it('escapes a path with all that ends a property', () => {
    const path = 'a,b:c%\r\nd.json';
    assert.match(github(checkedFile(path, BAD)), /^::error file=a%2Cb%3Ac%25%0D%0Ad\.json,line=1,[^\n]+\n$/);
  });

  it("spells out a terminal's commands", () => {
    assert.match(github(checkedFile('a\u001b[2J.json', BAD)), /^::error file=a\\u001b\[2J\.json,/);
  });

  it('has an error for a file that could not be checked', () => {
    assert.equal(github(skippedFile('a.json', '100 % is: none')), '::error file=a.json::100 %25 is: none\n');
  });
});
