import { expect, it } from 'vitest';
import { eventQuery, filtersFrom, searchFrom } from './filters';

const NOW = new Date('2026-11-24T17:00:00Z');

it("survives the page's address and ignores what it does not understand", () => {
  const address = new URLSearchParams('q=%E4%BA%BA%E6%89%8D&kind=fair&when=day&day=2026-11-28');
  expect(searchFrom(filtersFrom(address))).toEqual(Object.fromEntries(address));
  expect(filtersFrom(new URLSearchParams('kind=party&when=never&day=soon'))).toEqual({
    query: '',
    kind: 'all',
    when: 'any',
    day: '',
  });
});

it('asks for whole days of Shanghai', () => {
  expect(eventQuery(filtersFrom(new URLSearchParams('when=week')), NOW)).toEqual({
    from: '2026-11-25T00:00:00+08:00',
    to: '2026-12-02T23:59:59+08:00',
  });
  expect(eventQuery(filtersFrom(new URLSearchParams('when=day&day=2026-12-05&q=+')), NOW)).toEqual({
    from: '2026-12-05T00:00:00+08:00',
  });
});
