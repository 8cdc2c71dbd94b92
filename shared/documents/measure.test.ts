// Lines break where they may, lose nothing, and are never wider than their room.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { widthOf, wrap } from './measure.ts';

test('breaks between words, and anywhere between Chinese characters', () => {
  expect(wrap('Harbour Retail Limited', 25, 9)).toEqual(['Harbour Retail', 'Limited']);
  expect(wrap('港湾零售有限公司', 13, 9)).toEqual(['港湾零售', '有限公司']);
});

test('closing marks do not begin a line', () => {
  expect(wrap('港湾零售（深圳）有限', 22.3, 9)).toEqual(['港湾零售（深', '圳）有限']);
});

test('a separator at the end of a line is dropped', () => {
  expect(wrap('harbour-prod · 100017', 24, 9)).toEqual(['harbour-prod', '100017']);
});

test('an empty text is one empty line', () => {
  expect(wrap('', 20, 9)).toEqual(['']);
});

test('no line is wider than its room, and every character is printed', () => {
  const words = fc.array(fc.stringMatching(/^[A-Za-z0-9,.()]{1,30}$|^[一-龥]{1,12}$/), { maxLength: 12 });
  fc.assert(
    fc.property(words, fc.integer({ min: 10, max: 120 }), (given, width) => {
      const text = given.join(' ');
      const lines = wrap(text, width, 8.5);
      for (const line of lines) expect(widthOf(line, 8.5)).toBeLessThanOrEqual(width + 0.01);
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    }),
  );
});
