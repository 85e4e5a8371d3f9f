// The live page's map, showing a moment of a past day instead.

import { StationMap } from './map.js';

class DayMap extends StationMap {
  constructor() {
    super();
    this.store = { stations: new Map(), version: 0, fetchAll() {}, takeMarks() {}, takeVersion() {} };
    this.$server = {
      chosen: (contract, station) => {
        const query = new URLSearchParams({ contract, ...(station ? { station } : {}) });
        window.location.href = new URL((station ? 'station?' : 'contract?') + query, document.baseURI);
      },
    };
  }

  /** Shows these stations; the first time, all of them are brought into view, unless it moves with another map. */
  async showStations(contract, stations) {
    this.store.stations = stations;
    await this.ready;
    if (!this.map) return;
    if (this.seen !== contract && !this.led) {
      this.seen = contract;
      // Drawn before there were stations, it knows of none, and would have nowhere to look.
      this.known = null;
      this.looking = undefined;
      this.lookAt(contract, null);
    }
    this.redraw(false);
  }

  // Lists and address are those of the live map; here the player has its own.
  follow() {}

  restore() {}

  /** Moves as another map moves. */
  async moveWith(other) {
    await Promise.all([this.ready, other.ready]);
    if (!this.map || !other.map) return;
    // Each moves the other; the answer to a move is no move of its own.
    let taking = false;
    const take = (from, to) => {
      if (taking || !to.map || !from.map || !from.clientWidth) return;
      taking = true;
      to.map.setView(from.map.getCenter(), from.map.getZoom(), { animate: false });
      taking = false;
    };
    other.map.on('moveend', () => take(other, this));
    this.map.on('moveend', () => take(this, other));
    take(other, this);
  }
}

customElements.define('dl-day-map', DayMap);
