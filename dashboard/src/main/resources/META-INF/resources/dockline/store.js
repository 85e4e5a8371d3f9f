// All stations, as the browser knows them: fetched once as one file, then told what changed. A
// version that is not the next one means that something was missed; then all are fetched again.

export class Store {
  version = 0;
  wanted = 0;
  stations = new Map();

  constructor(changed) {
    this.changed = changed;
  }

  /** At least that version; what is on its way may be it. */
  async fetchAll(version = 1) {
    if (version <= this.version) return;
    this.wanted = Math.max(this.wanted, version);
    if (this.fetching) return;
    this.fetching = true;
    let told = false;
    try {
      const answer = await fetch('live/stations.json', { cache: 'no-store' });
      if (answer.status === 200) {
        this.replace(await answer.json());
        told = true;
      }
    } catch {
      // The line is down. The next version will not be the next one, and asks again.
    } finally {
      this.fetching = false;
      const { wanted } = this;
      this.wanted = 0;
      if (told) this.fetchAll(wanted);
    }
  }

  replace({ version, stations }) {
    this.stations = new Map(
      stations.map(([key, band, bikes, docks, name, lat, lon, capacity]) => [
        key,
        { key, contract: key.slice(0, key.indexOf('/')), band, bikes, docks, name, lat, lon, capacity },
      ]),
    );
    this.version = version;
    this.changed(true);
  }

  takeMarks({ version, marks }) {
    if (!this.isNext(version)) return;
    for (const [key, band, bikes, docks] of marks) {
      // A station without a place is told of, but never drawn.
      const station = this.stations.get(key);
      if (station) Object.assign(station, { band, bikes, docks });
    }
    this.version = version;
    this.changed(false);
  }

  takeVersion(version) {
    if (this.isNext(version)) this.version = version;
  }

  isNext(version) {
    if (this.fetching) this.wanted = Math.max(this.wanted, version);
    else if (version > this.version + 1) this.fetchAll(version);
    return !this.fetching && version === this.version + 1;
  }
}
