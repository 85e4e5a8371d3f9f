// A day of 24 hours: what is usual as two bands around a line, today as a line over them. Values are
// per cents of occupancy; an hour that is not told is a gap.

import { Drawing } from './chart.js';

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

class Typical extends Drawing {
  painted() {
    this.dataset.hours = this.data.typical.length;
  }

  option() {
    const text = this.texts();
    const line = this.colour('--dl-line');
    const accent = this.colour('--dl-accent');
    const usual = this.colour('--dl-docks');
    return {
      animation: false,
      textStyle: { fontFamily: text.fontFamily },
      grid: { left: 44, right: 12, top: 34, bottom: 26 },
      legend: this.legend(this.words.today, this.words.median),
      tooltip: { ...this.tooltip(), formatter: (points) => this.tip(points) },
      xAxis: {
        type: 'category',
        boundaryGap: false,
        data: HOURS.map((hour) => String(hour).padStart(2, '0') + ':00'),
        axisLine: { lineStyle: { color: line } },
        axisTick: { show: false },
        axisLabel: { ...text, interval: 5 },
      },
      yAxis: {
        type: 'value',
        min: 0,
        max: 100,
        interval: 25,
        axisLabel: { ...text, formatter: '{value} %' },
        splitLine: { lineStyle: { color: line } },
      },
      series: [
        ...this.band('outer', 1, 5, usual, 0.14),
        ...this.band('inner', 2, 4, usual, 0.2),
        this.line(this.words.median, this.column(3), usual, 'dashed'),
        this.line(this.words.today, this.today(), accent, 'solid'),
      ],
    };
  }

  column(index) {
    const byHour = new Map(this.data.typical.map((row) => [row[0], row[index]]));
    return HOURS.map((hour) => byHour.get(hour) ?? null);
  }

  today() {
    const byHour = new Map(this.data.today);
    return HOURS.map((hour) => byHour.get(hour) ?? null);
  }

  // Two stacked lines: one that is not seen, and the height of the band on it.
  band(name, from, to, color, opacity) {
    const low = this.column(from);
    const high = this.column(to).map((value, hour) => (value === null ? null : value - low[hour]));
    const unseen = { type: 'line', symbol: 'none', stack: name, lineStyle: { opacity: 0 }, silent: true, smooth: 0.3 };
    return [
      { ...unseen, name: name + '-low', data: low },
      { ...unseen, name: name + '-high', data: high, areaStyle: { color, opacity } },
    ];
  }

  line(name, data, color, type) {
    return { name, data, type: 'line', symbol: 'none', smooth: 0.3, lineStyle: { width: 2, color, type }, itemStyle: { color } };
  }

  tip(points) {
    const element = document.createElement('div');
    const shown = points.filter(({ seriesName }) => seriesName === this.words.today || seriesName === this.words.median);
    const lines = shown.map(({ seriesName, value }) => `${seriesName}: ${value == null ? '–' : Math.round(value) + ' %'}`);
    element.style.whiteSpace = 'pre-line';
    element.textContent = [points[0].axisValue, ...lines].join('\n');
    return element;
  }
}

customElements.define('dl-typical', Typical);
