import { describe, expect, it } from 'vitest';
import { firstLanguage } from './firstLanguage';

describe('firstLanguage', () => {
  it('is the one that was chosen, whatever the browser prefers', () => {
    expect(firstLanguage('en', ['zh-CN'])).toBe('en');
    expect(firstLanguage('zh', ['en-GB'])).toBe('zh');
  });

  it('is the first of the browser that there are texts in', () => {
    expect(firstLanguage(null, ['fr-FR', 'en-US', 'zh-CN'])).toBe('en');
    expect(firstLanguage(null, ['zh-Hant-TW', 'en'])).toBe('zh');
  });

  it('is Chinese when nothing fits', () => {
    expect(firstLanguage(null, ['fr-FR', 'enm'])).toBe('zh');
    expect(firstLanguage('de', [])).toBe('zh');
  });
});
