// Replays a day: fetched once, shown by a slider, by itself, or at two moments side by side. The
// address follows what is shown, so that it can be shared.

import { BANDS, colours } from './bands.js';
import { count, Day } from './day.js';
import './day-map.js';
import { fill, onTheme } from './library.js';

const SPEEDS = [5, 15, 30, 60];
const FRAME = 60;
const HOUR = 60;
const STRIP = ['e', 'b', 'm', 'd', 'f', 'c', 'u'];
const MOST_CHANGES = 8;

const make = (tag, className, ...children) => {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
};

class Player extends HTMLElement {
  static observedAttributes = ['asked'];

  connectedCallback() {
    this.words = JSON.parse(this.getAttribute('words'));
    this.number = new Intl.NumberFormat(this.getAttribute('locale'));
    this.calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (!this.bar) this.build();
    this.unlisten = onTheme(() => requestAnimationFrame(() => this.drawStrip()));
    this.resizer = new ResizeObserver(() => this.drawStrip());
    this.resizer.observe(this.strip);
    this.load();
  }

  disconnectedCallback() {
    this.pause();
    this.unlisten();
    this.resizer.disconnect();
  }

  attributeChangedCallback() {
    if (this.bar) this.load();
  }

  build() {
    this.note = make('p', 'hint');
    this.note.setAttribute('role', 'status');
    this.button = make('button', 'play-button');
    this.button.type = 'button';
    this.button.addEventListener('click', () => this.toggle());
    this.first = this.moment('first', this.words.slider);
    this.second = this.moment('second', this.words.second);
    this.second.map.led = true;
    this.strip = make('canvas', 'strip');
    this.strip.setAttribute('role', 'img');
    this.strip.setAttribute('aria-label', this.words.curve);
    const sliders = make('div', 'sliders', this.strip, this.first.slider, this.second.slider);
    const keys = make('span', 'only-heard', this.words.keys);
    keys.id = 'player-keys';
    this.bar = make('div', 'card player-bar', this.button, this.speedField(), this.compareField(), sliders, keys);
    this.maps = make('div', 'player-maps', this.first.figure, this.second.figure);
    this.changes = make('section', 'card player-changes');
    this.replaceChildren(this.bar, this.note, this.maps, this.changes);
  }

  /** One moment: its slider, and its map with the figures above. */
  moment(name, label) {
    const slider = make('input', 'slider slider-' + name);
    Object.assign(slider, { type: 'range', min: 0, max: 0, step: 1, value: 0, id: 'player-' + name });
    slider.setAttribute('aria-label', label);
    slider.setAttribute('aria-describedby', 'player-keys');
    const map = document.createElement('dl-day-map');
    map.id = 'map-' + name;
    map.setAttribute('words', this.getAttribute('mapwords'));
    map.setAttribute('bands', this.getAttribute('bands'));
    if (this.hasAttribute('tiles')) map.setAttribute('tiles', this.getAttribute('tiles'));
    map.setAttribute('role', 'application');
    map.setAttribute('aria-label', `${this.words.map}: ${label}`);
    const time = make('output', 'moment-time');
    time.id = 'time-' + name;
    const sums = make('div', 'moment-sums');
    const moment = { name, slider, map, time, sums, minute: 0 };
    moment.figure = make('figure', 'moment moment-' + name, make('figcaption', '', time, sums), make('div', 'map-card', map));
    slider.addEventListener('input', () => this.moveTo(moment, Number(slider.value)));
    slider.addEventListener('keydown', (event) => this.key(event, moment));
    return moment;
  }

  speedField() {
    this.speed = make('select', 'speed');
    this.speed.id = 'player-speed';
    for (const minutes of SPEEDS) {
      const option = make('option', '', fill(this.words['speed.of'], minutes));
      option.value = minutes;
      option.selected = minutes === 15;
      this.speed.append(option);
    }
    return make('label', 'player-field', this.words.speed, this.speed);
  }

  compareField() {
    this.compare = make('input');
    Object.assign(this.compare, { type: 'checkbox', id: 'player-compare' });
    this.compare.addEventListener('change', () => this.compared());
    return make('label', 'player-check', this.compare, this.words.compare);
  }

  key(event, moment) {
    const step = { PageUp: HOUR, PageDown: -HOUR }[event.key];
    if (step) this.moveTo(moment, moment.minute + step);
    else if (event.key === ' ') this.toggle();
    else return;
    event.preventDefault();
  }

  async load() {
    const asked = this.getAttribute('asked');
    if (!asked || asked === this.loaded) return;
    this.loaded = asked;
    const [contract, date, at, second] = asked.split('|');
    this.pause();
    this.say('loading', this.words.loading);
    try {
      const answer = await fetch(`playback/${encodeURIComponent(contract)}/${date}.json`);
      if (this.loaded !== asked) return;
      if (answer.status === 404) this.say('future', this.words.future);
      else if (!answer.ok) this.say('failed', this.words.failed);
      else this.take(new Day(await answer.json()), contract, date, at, second);
    } catch {
      if (this.loaded === asked) this.say('failed', this.words.failed);
    }
  }

  take(day, contract, date, at, second) {
    Object.assign(this, { day, contract, date });
    if (!day.stations.length) {
      this.say('none', day.state === 'partial' ? `${this.words.none} ${this.words.partial}` : this.words.none);
      return;
    }
    const origin = fill(day.warehouse ? this.words.warehouse : this.words.stream, day.zone);
    const lacking = { partial: this.words.partial, stale: day.told < day.seconds ? this.words.stale : '' }[day.state] ?? '';
    this.say('ready', `${origin} ${lacking}`.trim());
    for (const { slider } of [this.first, this.second]) slider.max = day.minutes;
    this.compare.checked = Boolean(second);
    this.drawStrip();
    this.moveTo(this.second, second ? day.minuteOf(second) : day.minutes, false);
    this.moveTo(this.first, at ? day.minuteOf(at) : Math.min(8 * HOUR, day.minutes), false);
    this.compared(false);
  }

  say(state, text) {
    this.dataset.state = state;
    this.note.textContent = text;
    if (state !== 'ready') this.day = undefined;
    for (const field of [this.button, this.first.slider, this.second.slider, this.compare]) field.disabled = state !== 'ready';
    this.showButton();
  }

  moveTo(moment, minute, tell = true) {
    if (!this.day) return;
    moment.minute = Math.min(Math.max(0, Math.round(minute)), this.day.minutes);
    moment.slider.value = moment.minute;
    const label = this.day.label(moment.minute);
    moment.slider.setAttribute('aria-valuetext', label);
    moment.time.textContent = label;
    const stations = this.day.shown(moment.minute);
    moment.map.showStations(this.contract, stations);
    this.showSums(moment, count(stations.values()));
    if (this.compare.checked && !this.timer) this.showChanges();
    if (tell) this.remember();
  }

  showSums({ sums }, { bikes, docks, bands }) {
    const values = [
      ['bikes', bikes],
      ['docks', docks],
      ['empty', bands.e || 0],
      ['full', bands.f || 0],
      ['unknown', (bands.u || 0) + (bands.c || 0)],
    ];
    sums.replaceChildren(...values.map(([name, value]) => make('span', 'moment-' + name, make('b', '', this.number.format(value)), ' ' + this.words[name])));
  }

  compared(tell = true) {
    const both = this.compare.checked;
    this.classList.toggle('two', both);
    this.second.figure.hidden = !both;
    this.second.slider.hidden = !both;
    this.changes.hidden = !both;
    if (both && !this.following) {
      this.following = true;
      this.second.map.moveWith(this.first.map);
    }
    if (both && this.day) this.showChanges();
    if (tell) this.remember();
  }

  showChanges() {
    const before = this.day.shown(this.first.minute);
    const after = this.day.shown(this.second.minute);
    const changed = [...after.values()]
      .map((station) => ({ ...station, from: before.get(station.key).bikes }))
      .filter(({ from, bikes }) => from !== null && bikes !== null && from !== bikes)
      .sort((a, b) => Math.abs(b.bikes - b.from) - Math.abs(a.bikes - a.from))
      .slice(0, MOST_CHANGES);
    const title = make('h2', '', this.words.changed);
    const list = make('ol', 'changes', ...changed.map((station) => this.change(station)));
    this.changes.replaceChildren(title, changed.length ? list : make('p', 'hint', this.words.same));
  }

  change({ key, contract, name, from, bikes, band }) {
    const link = make('a', 'neighbour-name', name);
    link.href = 'station?' + new URLSearchParams({ contract, station: key.slice(contract.length + 1) });
    const more = bikes - from;
    return make(
      'li',
      '',
      make('i', 'dot band-' + BANDS[band]),
      link,
      make('span', 'hint', fill(this.words['from.to'], from, bikes)),
      make('b', '', (more > 0 ? '+' : '−') + Math.abs(more)),
    );
  }

  toggle() {
    if (this.timer) this.pause();
    else this.play();
  }

  play() {
    if (!this.day) return;
    if (this.first.minute >= this.day.minutes) this.moveTo(this.first, 0, false);
    // Where motion is not wanted, a picture each second instead of a film.
    const every = this.calm ? 1000 : FRAME;
    let at = this.first.minute;
    this.timer = setInterval(() => {
      at += (Number(this.speed.value) * every) / 1000;
      this.moveTo(this.first, at, false);
      if (at >= this.day.minutes) this.pause();
    }, every);
    this.showButton();
  }

  pause() {
    if (!this.timer) return;
    clearInterval(this.timer);
    this.timer = undefined;
    this.showButton();
    if (this.compare.checked && this.day) this.showChanges();
    this.remember();
  }

  showButton() {
    this.button.textContent = this.timer ? this.words.pause : this.words.play;
    this.button.classList.toggle('playing', Boolean(this.timer));
  }

  remember() {
    if (!this.day || this.timer) return;
    const query = new URLSearchParams({ contract: this.contract, date: this.date, at: this.day.label(this.first.minute) });
    if (this.compare.checked) query.set('with', this.day.label(this.second.minute));
    const address = 'playback?' + query.toString().replaceAll('%3A', ':');
    clearTimeout(this.later);
    this.later = setTimeout(() => {
      if (this.isConnected) window.history.replaceState(window.history.state, '', new URL(address, document.baseURI));
    }, 200);
  }

  // How many stations were in which band, over the day: the ground that the slider runs on.
  drawStrip() {
    const { width, height } = this.strip.getBoundingClientRect();
    if (!this.day || !width) return;
    const ratio = window.devicePixelRatio || 1;
    Object.assign(this.strip, { width: width * ratio, height: height * ratio });
    const pen = this.strip.getContext('2d');
    pen.scale(ratio, ratio);
    const { bands } = colours(this);
    const steps = Math.min(144, Math.ceil(width / 4));
    const all = this.day.minutes + 1;
    for (let step = 0; step < steps; step++) {
      const { bands: counts } = count(this.day.shown(Math.floor((step * all) / steps)).values());
      let top = 0;
      for (const band of STRIP) {
        const part = ((counts[band] || 0) / this.day.stations.length) * height;
        pen.globalAlpha = band === 'u' || band === 'c' ? 0.35 : 1;
        pen.fillStyle = bands[band];
        pen.fillRect((step * width) / steps, top, width / steps + 0.5, part);
        top += part;
      }
    }
  }
}

customElements.define('dl-player', Player);
