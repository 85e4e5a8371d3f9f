// The steps of the colour scale, by the letter that the server sends (Band.java). Colours come from
// the style sheet, so that both themes have their own.

export const BANDS = {
  e: 'empty',
  b: 'few_bikes',
  m: 'balanced',
  d: 'few_docks',
  f: 'full',
  u: 'unknown',
  c: 'closed',
};

export function colours(element) {
  const style = getComputedStyle(element);
  const read = (name) => style.getPropertyValue(name).trim();
  const bands = {};
  for (const [letter, name] of Object.entries(BANDS)) bands[letter] = read('--dl-' + name);
  return {
    bands,
    surface: read('--dl-surface'),
    text: read('--dl-text'),
    accent: read('--dl-accent'),
    land: read('--dl-land'),
    border: read('--dl-border'),
  };
}
