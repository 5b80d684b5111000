import { expect, test } from 'vitest';
import { webAddress } from './links';

test('a web address is a link', () => {
  expect(webAddress('https://example.org/a?b=c')).toBe('https://example.org/a?b=c');
});

test.each(['javascript:alert(1)', 'data:text/html,x', 'ftp://example.org', 'example.org', '', null, undefined])(
  '%j is no link',
  (address) => {
    expect(webAddress(address)).toBeUndefined();
  },
);
