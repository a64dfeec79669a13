import { describe, expect, it } from 'vitest';
import { boothNumber, fullGrid, regenerated, rowLetters, within } from './numbering';

describe('booth numbers', () => {
  it('name the row and count the column', () => {
    expect(fullGrid(3, 2, 'by-row', '').map(({ number }) => number)).toEqual([
      'A01',
      'A02',
      'A03',
      'B01',
      'B02',
      'B03',
    ]);
    expect(boothNumber({ column: 12, row: 27 }, 20, 'by-row', '2')).toBe('2AA12');
  });

  it('run through the hall with its prefix', () => {
    expect(fullGrid(2, 2, 'running', 'N').map(({ number }) => number)).toEqual([
      'N001',
      'N002',
      'N003',
      'N004',
    ]);
  });

  it('go on after Z', () => {
    expect([1, 26, 27, 52, 53].map(rowLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA']);
  });

  it('are all different in a large hall', () => {
    const numbers = fullGrid(40, 60, 'by-row', '').map(({ number }) => number);
    expect(new Set(numbers).size).toBe(2400);
  });
});

describe('a changed grid', () => {
  it('keeps the identity of the booths whose number stays', () => {
    const old = [{ id: 'x', number: 'A02', column: 2, row: 1 }];
    expect(regenerated(old, fullGrid(2, 1, 'by-row', ''))).toEqual([
      { number: 'A01', column: 1, row: 1 },
      { id: 'x', number: 'A02', column: 2, row: 1 },
    ]);
  });

  it('drops what has no place any more', () => {
    expect(within(fullGrid(3, 3, 'by-row', ''), 2, 1).map(({ number }) => number)).toEqual([
      'A01',
      'A02',
    ]);
  });
});
