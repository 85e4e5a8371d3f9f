// How many stations were in which band, over the day: the ground that the sliders run on, with the
// hours below it and what the colours mean.

import { BANDS, colours } from './bands.js';
import { count } from './day.js';
import { make } from './library.js';

const ORDER = ['e', 'b', 'm', 'd', 'f', 'c', 'u'];
const STEPS = 144;
const TICK = 6 * 60;

export class Strip {
  constructor(words, bandWords) {
    this.canvas = make('canvas', 'strip');
    this.canvas.setAttribute('role', 'img');
    this.canvas.setAttribute('aria-label', words.curve);
    this.ticks = make('div', 'ticks');
    this.ticks.setAttribute('aria-hidden', 'true');
    this.legend = make('ul', 'strip-legend', ...ORDER.map((band) => meaning(BANDS[band], bandWords)));
    this.legend.setAttribute('aria-label', words.legend);
  }

  show(day) {
    this.day = day;
    const marks = [];
    for (let minute = 0; minute < day.minutes; minute += TICK) marks.push(this.tick(minute));
    this.ticks.replaceChildren(...marks);
    this.draw();
  }

  tick(minute) {
    const mark = make('span', '', this.day.label(minute));
    mark.style.left = (100 * minute) / this.day.minutes + '%';
    return mark;
  }

  draw() {
    const { canvas, day } = this;
    const { width, height } = canvas.getBoundingClientRect();
    if (!day || !width) return;
    const ratio = window.devicePixelRatio || 1;
    Object.assign(canvas, { width: width * ratio, height: height * ratio });
    const pen = canvas.getContext('2d');
    pen.scale(ratio, ratio);
    const { bands } = colours(canvas);
    const steps = Math.min(STEPS, Math.ceil(width / 4));
    for (let step = 0; step < steps; step++) {
      const { bands: counts } = count(day.shown(Math.floor((step * (day.minutes + 1)) / steps)).values());
      let top = 0;
      for (const band of ORDER) {
        const part = ((counts[band] || 0) / day.stations.length) * height;
        pen.globalAlpha = band === 'u' || band === 'c' ? 0.35 : 1;
        pen.fillStyle = bands[band];
        pen.fillRect((step * width) / steps, top, width / steps + 0.5, part);
        top += part;
      }
    }
  }
}

function meaning(band, words) {
  return make('li', '', make('i', 'dot band-' + band), make('span', '', words[band]));
}
