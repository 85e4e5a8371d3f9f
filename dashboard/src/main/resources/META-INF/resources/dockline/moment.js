// One moment of a replayed day: its slider, and its map with the time and the figures above.

import { count } from './day.js';
import './day-map.js';
import { make } from './library.js';

export class Moment {
  minute = 0;

  /** For that player, whose attributes say how the map is drawn and in which language. */
  constructor(player, name, label) {
    this.words = player.words;
    this.number = new Intl.NumberFormat(player.getAttribute('locale'));
    this.slider = slider(name, label);
    this.map = map(player, name, label);
    this.time = make('output', 'moment-time');
    this.time.id = 'time-' + name;
    this.sums = make('div', 'moment-sums');
    const caption = make('figcaption', '', this.time, this.sums);
    this.figure = make('figure', 'moment moment-' + name, caption, make('div', 'map-card', this.map));
  }

  show(day, contract, minute) {
    this.minute = minute;
    this.slider.value = minute;
    const label = day.label(minute);
    this.slider.setAttribute('aria-valuetext', label);
    this.time.textContent = label;
    const stations = day.shown(minute);
    this.map.showStations(contract, stations);
    this.showSums(count(stations.values()));
  }

  showSums({ bikes, docks, bands }) {
    const values = [
      ['bikes', bikes],
      ['docks', docks],
      ['empty', bands.e || 0],
      ['full', bands.f || 0],
      ['unknown', (bands.u || 0) + (bands.c || 0)],
    ];
    this.sums.replaceChildren(
      ...values.map(([name, value]) => make('span', 'moment-' + name, make('b', '', this.number.format(value)), ' ' + this.words[name])),
    );
  }
}

function slider(name, label) {
  const element = make('input', 'slider slider-' + name);
  Object.assign(element, { type: 'range', min: 0, max: 0, step: 1, value: 0, id: 'player-' + name });
  element.setAttribute('aria-label', label);
  element.setAttribute('aria-describedby', 'player-keys');
  return element;
}

function map(player, name, label) {
  const element = document.createElement('dl-day-map');
  element.id = 'map-' + name;
  element.setAttribute('words', player.getAttribute('mapwords'));
  element.setAttribute('bands', player.getAttribute('bands'));
  if (player.hasAttribute('tiles')) element.setAttribute('tiles', player.getAttribute('tiles'));
  element.setAttribute('role', 'application');
  element.setAttribute('aria-label', `${player.words.map}: ${label}`);
  return element;
}
