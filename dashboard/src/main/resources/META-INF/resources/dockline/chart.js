// Bikes and free docks as steps over time. Unknown time is a gap with a hatched ground behind it;
// the seam between warehouse and stream is a dashed line with its name.

import { echarts, onTheme } from './library.js';

/** A drawing that follows the theme and its own size; subclasses say of what. */
export class Drawing extends HTMLElement {
  connectedCallback() {
    this.words = JSON.parse(this.getAttribute('words') || '{}');
    this.unlisten = onTheme(() => requestAnimationFrame(() => this.paint()));
    this.resizer = new ResizeObserver(() => this.chart?.resize());
    this.resizer.observe(this);
  }

  disconnectedCallback() {
    this.unlisten();
    this.resizer.disconnect();
    this.chart?.dispose();
    this.chart = undefined;
  }

  clear() {
    this.data = undefined;
    this.chart?.clear();
  }

  async draw(text) {
    this.data = JSON.parse(text);
    // One that was hidden at first has got its words since.
    this.words = JSON.parse(this.getAttribute('words') || '{}');
    await echarts();
    if (!this.isConnected || !this.data) return;
    this.chart ??= window.echarts.init(this, null, { renderer: 'svg' });
    this.paint();
  }

  paint() {
    if (!this.chart || !this.data) return;
    this.chart.setOption(this.option(), { notMerge: true });
    this.painted();
  }

  painted() {}

  colour(name) {
    return getComputedStyle(this).getPropertyValue(name).trim();
  }

  texts() {
    const fontFamily = getComputedStyle(this).fontFamily;
    return { color: this.colour('--dl-muted'), fontFamily, fontSize: 12 };
  }

  legend(...names) {
    return { top: 0, left: 0, icon: 'roundRect', itemWidth: 14, itemHeight: 4, textStyle: this.texts(), data: names };
  }

  tooltip() {
    return {
      trigger: 'axis',
      backgroundColor: this.colour('--dl-surface'),
      borderColor: this.colour('--dl-line'),
      textStyle: { color: this.colour('--dl-text'), fontSize: 12 },
    };
  }
}

class Chart extends Drawing {
  painted() {
    this.dataset.points = this.data.bikes.length;
  }

  option() {
    const muted = this.colour('--dl-muted');
    const line = this.colour('--dl-line');
    const text = this.texts();
    return {
      useUTC: true,
      animation: false,
      textStyle: { fontFamily: text.fontFamily },
      // The last label stands in the middle below its tick, hence half of it beyond the grid.
      grid: { left: 32, right: 20, top: 34, bottom: 26 },
      legend: this.legend(this.words.bikes, this.words.docks),
      tooltip: this.tooltip(),
      xAxis: {
        type: 'time',
        min: this.data.from,
        max: this.data.to,
        axisLine: { lineStyle: { color: line } },
        axisTick: { show: false },
        axisLabel: { ...text, formatter: (at) => this.stamp(at), rich: { bold: { ...text, fontWeight: 600 } }, hideOverlap: true },
      },
      yAxis: {
        type: 'value',
        minInterval: 1,
        min: 0,
        axisLabel: text,
        splitLine: { lineStyle: { color: line } },
      },
      series: [
        {
          ...this.steps(this.words.bikes, this.data.bikes, this.colour('--dl-accent')),
          areaStyle: { opacity: 0.12 },
          markArea: this.gaps(),
          markLine: this.seam(muted),
        },
        this.steps(this.words.docks, this.data.docks, this.colour('--dl-docks')),
      ],
    };
  }

  // Times are told as if they were UTC: they read as the city's clocks do.
  stamp(at) {
    const time = new Date(at);
    if (time.getUTCHours() || time.getUTCMinutes()) return time.toISOString().slice(11, 16);
    const language = document.documentElement.lang === 'en' ? 'en-GB' : document.documentElement.lang;
    const day = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' });
    return `{bold|${day.format(time)}}`;
  }

  steps(name, data, color) {
    return {
      name,
      data,
      type: 'line',
      step: 'end',
      symbol: 'none',
      connectNulls: false,
      lineStyle: { width: 2, color },
      itemStyle: { color },
      sampling: undefined,
    };
  }

  gaps() {
    const unknown = this.colour('--dl-gap');
    return {
      silent: true,
      data: this.data.gaps.map(([from, to, closed]) => [
        {
          xAxis: from,
          itemStyle: { color: unknown },
          label: {
            show: to - from > (this.data.to - this.data.from) / 10,
            position: 'inside',
            color: this.colour('--dl-muted'),
            formatter: closed ? this.words.closed : this.words.unknown,
          },
        },
        { xAxis: to },
      ]),
    };
  }

  seam(color) {
    if (!this.data.boundary) return undefined;
    return {
      silent: true,
      symbol: 'none',
      lineStyle: { color, type: 'dashed', width: 1 },
      label: { formatter: this.words.boundary, color, fontSize: 11, position: 'end', distance: 2 },
      data: [{ xAxis: this.data.boundary }],
    };
  }
}

customElements.define('dl-chart', Chart);
