// A day as the server packed it (ReplayJson.java): each station's changes one after the other. Here
// they become lists in time order, in which any moment is found by halving.

const VALUES = 4;

export class Day {
  constructor(data) {
    this.seconds = data.seconds;
    this.told = data.told;
    this.clock = data.clock;
    this.midnight = data.midnight;
    this.zone = data.zone;
    this.warehouse = data.warehouse;
    this.state = data.state;
    this.stations = data.stations.map(([id, name, lat, lon, flat]) => ({
      key: data.contract + '/' + id,
      contract: data.contract,
      name,
      lat,
      lon,
      changes: unfold(flat),
    }));
  }

  /** The last minute that can be shown. */
  get minutes() {
    return Math.max(0, Math.ceil(this.told / 60) - 1);
  }

  /** What was so of a station: [seconds, band, bikes, docks]; null before anything was. */
  at({ changes }, minute) {
    const wanted = minute * 60;
    let low = 0;
    let high = changes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (changes[middle][0] <= wanted) low = middle + 1;
      else high = middle;
    }
    return low ? changes[low - 1] : null;
  }

  /** All stations as they were, in the form that the map draws. */
  shown(minute) {
    return new Map(
      this.stations.map((station) => {
        const [, band, bikes, docks] = this.at(station, minute) ?? [0, 'u', null, null];
        const { key, contract, name, lat, lon } = station;
        return [key, { key, contract, name, lat, lon, band, bikes, docks, capacity: null }];
      }),
    );
  }

  /** What the city's clock shows: hh:mm. */
  label(minute) {
    const seconds = minute * 60;
    const first = this.clock[0][1];
    let offset = first;
    for (const [from, value] of this.clock) if (from <= seconds) offset = value;
    return new Date((this.midnight + seconds + offset - first) * 1000).toISOString().slice(11, 16);
  }

  /** The first minute at which the clock shows that; of one that is never shown, the start. */
  minuteOf(label) {
    for (let minute = 0; minute <= this.minutes; minute++) if (this.label(minute) === label) return minute;
    return 0;
  }
}

function unfold(flat) {
  const changes = [];
  let at = 0;
  for (let i = 0; i < flat.length; i += VALUES) {
    at += flat[i];
    changes.push([at, flat[i + 1], flat[i + 2], flat[i + 3]]);
  }
  return changes;
}

/** What stations come to. */
export function count(stations) {
  const sum = { bikes: 0, docks: 0, bands: {} };
  for (const { band, bikes, docks } of stations) {
    sum.bikes += bikes ?? 0;
    sum.docks += docks ?? 0;
    sum.bands[band] = (sum.bands[band] || 0) + 1;
  }
  return sum;
}
