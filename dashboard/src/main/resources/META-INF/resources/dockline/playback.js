// Replays a day: fetched once, shown by a slider, by itself, or at two moments side by side. The
// address follows what is shown, so that it can be shared.

import { changes } from './changes.js';
import { Day } from './day.js';
import { fill, make, onTheme } from './library.js';
import { Moment } from './moment.js';
import { Strip } from './strip.js';

const SPEEDS = [5, 15, 30, 60];
const FRAME = 60;
const HOUR = 60;

class Player extends HTMLElement {
  static observedAttributes = ['asked'];

  connectedCallback() {
    this.words = JSON.parse(this.getAttribute('words'));
    this.calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (!this.bar) this.build();
    this.unlisten = onTheme(() => requestAnimationFrame(() => this.strip.draw()));
    this.resizer = new ResizeObserver(() => this.strip.draw());
    this.resizer.observe(this.strip.canvas);
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
    this.strip = new Strip(this.words, JSON.parse(this.getAttribute('bands')));
    const { canvas, ticks, legend } = this.strip;
    const sliders = make('div', 'sliders', canvas, this.first.slider, this.second.slider, ticks, legend);
    const keys = make('span', 'only-heard', this.words.keys);
    keys.id = 'player-keys';
    this.bar = make('div', 'card player-bar', this.button, this.speedField(), this.compareField(), sliders, keys);
    this.maps = make('div', 'player-maps', this.first.figure, this.second.figure);
    this.changes = make('section', 'card player-changes');
    this.replaceChildren(this.bar, this.note, this.maps, this.changes);
  }

  moment(name, label) {
    const moment = new Moment(this, name, label);
    moment.slider.addEventListener('input', () => this.moveTo(moment, Number(moment.slider.value)));
    moment.slider.addEventListener('keydown', (event) => this.key(event, moment));
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
    this.strip.show(day);
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
    moment.show(this.day, this.contract, Math.min(Math.max(0, Math.round(minute)), this.day.minutes));
    if (this.compare.checked && !this.timer) this.compareMoments();
    if (tell) this.remember();
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
    if (both && this.day) this.compareMoments();
    if (tell) this.remember();
  }

  compareMoments() {
    const before = this.day.shown(this.first.minute);
    const after = this.day.shown(this.second.minute);
    this.changes.replaceChildren(make('h2', '', this.words.changed), changes(before, after, this.words));
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
    if (this.compare.checked && this.day) this.compareMoments();
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
}

customElements.define('dl-player', Player);
