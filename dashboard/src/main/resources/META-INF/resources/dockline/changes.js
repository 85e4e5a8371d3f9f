// Which stations differ most between two moments of a day.

import { BANDS } from './bands.js';
import { fill, make } from './library.js';

const MOST = 8;

/** A list of them, or a sentence when none does; both moments as the day tells them. */
export function changes(before, after, words) {
  const changed = [...after.values()]
    .map((station) => ({ ...station, from: before.get(station.key).bikes }))
    .filter(({ from, bikes }) => from !== null && bikes !== null && from !== bikes)
    .sort((a, b) => Math.abs(b.bikes - b.from) - Math.abs(a.bikes - a.from))
    .slice(0, MOST);
  if (!changed.length) return make('p', 'hint', words.same);
  return make('ol', 'changes', ...changed.map((station) => change(station, words)));
}

function change({ key, contract, name, from, bikes, band }, words) {
  const link = make('a', 'neighbour-name', name);
  link.href = 'station?' + new URLSearchParams({ contract, station: key.slice(contract.length + 1) });
  const more = bikes - from;
  return make(
    'li',
    '',
    make('i', 'dot band-' + BANDS[band]),
    link,
    make('span', 'hint', fill(words['from.to'], from, bikes)),
    make('b', '', (more > 0 ? '+' : '−') + Math.abs(more)),
  );
}
