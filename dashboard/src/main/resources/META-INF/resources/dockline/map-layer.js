// One canvas with everything on it: thousands of markers as elements would make every move stutter.
// Far out there is one ring for each city, its arcs the shares of the bands; near, a dot for each
// station, the larger the more docks it has. Colour is never the only sign: an empty station is a
// hollow dot, a full one has a bar through it, an unknown one is small and faint, a closed one a
// cross; near enough, the count stands in it.

export const DOTS_FROM = 10;

const RING_ORDER = ['e', 'b', 'm', 'd', 'f', 'c', 'u'];
const NUMBERS_FROM = 14;
const ON = { b: '#14181d', d: '#14181d' };

/** A station of twenty docks is as large as any other map would draw it; its area tells the rest. */
const sized = (capacity) => Math.min(1.4, Math.max(0.75, Math.sqrt((capacity || 20) / 20)));

export function stationLayer(L) {
  return L.Renderer.extend({
    options: { padding: 0.4 },

    initialize(element, options) {
      L.Renderer.prototype.initialize.call(this, options);
      this.element = element;
      this.hits = [];
    },

    getEvents() {
      // The renderer's own, and a redraw where only the zoom changed.
      return { ...L.Renderer.prototype.getEvents.call(this), zoomend: this.draw };
    },

    _initContainer() {
      this._container = document.createElement('canvas');
      this._container.className = 'station-canvas';
      this.pen = this._container.getContext('2d');
    },

    _destroyContainer() {
      this._container.remove();
    },

    _update() {
      if (this._map._animatingZoom && this._bounds) return;
      L.Renderer.prototype._update.call(this);
      const { min } = this._bounds;
      const size = this._bounds.getSize();
      const ratio = window.devicePixelRatio || 1;
      L.DomUtil.setPosition(this._container, min);
      this._container.width = size.x * ratio;
      this._container.height = size.y * ratio;
      this._container.style.width = size.x + 'px';
      this._container.style.height = size.y + 'px';
      this.pen.setTransform(ratio, 0, 0, ratio, -min.x * ratio, -min.y * ratio);
      this.draw();
    },

    draw() {
      if (!this._map || !this._bounds) return;
      const { min, max } = this._bounds;
      this.pen.clearRect(min.x, min.y, max.x - min.x, max.y - min.y);
      this.hits = [];
      if (this._map.getZoom() < DOTS_FROM) this.drawCities();
      else this.drawStations();
    },

    drawCities() {
      const taken = [];
      for (const city of this.element.cities()) {
        const at = this._map.latLngToLayerPoint([city.lat, city.lon]);
        if (!this._bounds.contains(at)) continue;
        const radius = Math.min(24, 8 + Math.sqrt(city.count) * (this._map.getZoom() < 6 ? 0.5 : 0.75));
        this.ring(at, radius, city);
        this.hits.push({ at, radius, city });
      }
      for (const hit of this.hits) this.label(hit, taken);
    },

    ring(at, radius, city) {
      const { pen, element } = this;
      const { colours } = element;
      pen.globalAlpha = element.isFaded(city.contract) ? 0.25 : 1;
      pen.beginPath();
      pen.arc(at.x, at.y, radius + 1.5, 0, 2 * Math.PI);
      pen.fillStyle = colours.surface;
      pen.fill();
      let angle = -Math.PI / 2;
      for (const band of RING_ORDER) {
        if (!city.bands[band]) continue;
        const next = angle + (city.bands[band] / city.count) * 2 * Math.PI;
        pen.beginPath();
        pen.arc(at.x, at.y, radius - radius / 5, angle, next);
        pen.strokeStyle = colours.bands[band];
        pen.lineWidth = radius / 2.5;
        pen.stroke();
        angle = next;
      }
      pen.globalAlpha = 1;
    },

    label({ at, radius, city }, taken) {
      const { pen, element } = this;
      if (this._map.getZoom() < 4 || element.isFaded(city.contract)) return;
      pen.font = '600 12px ' + element.font;
      const width = pen.measureText(city.title).width;
      const box = { x: at.x - width / 2 - 3, y: at.y + radius + 2, w: width + 6, h: 16 };
      if (taken.some((b) => box.x < b.x + b.w && b.x < box.x + box.w && box.y < b.y + b.h && b.y < box.y + box.h)) return;
      taken.push(box);
      pen.textAlign = 'center';
      pen.textBaseline = 'top';
      pen.lineWidth = 3;
      pen.lineJoin = 'round';
      pen.strokeStyle = element.colours.surface;
      pen.strokeText(city.title, at.x, box.y + 1);
      pen.fillStyle = element.colours.text;
      pen.fillText(city.title, at.x, box.y + 1);
    },

    drawStations() {
      const zoom = this._map.getZoom();
      const radius = zoom >= 15 ? 12 : zoom >= NUMBERS_FROM ? 10 : Math.max(3.5, (zoom - 7.5) * 1.15);
      let chosen;
      this.reader();
      for (const station of this.element.store.stations.values()) {
        const at = this._map.latLngToLayerPoint([station.lat, station.lon]);
        if (!this._bounds.contains(at)) continue;
        const hit = { at, radius: radius * sized(station.capacity), station };
        this.hits.push(hit);
        if (station.key === this.element.chosenKey) chosen = hit;
        else this.dot(hit, zoom);
      }
      if (chosen) {
        this.halo(chosen);
        this.dot(chosen, zoom);
      }
    },

    reader() {
      const { pen, element } = this;
      if (!element.me) return;
      const at = this._map.latLngToLayerPoint(element.me);
      pen.beginPath();
      pen.arc(at.x, at.y, 9, 0, 2 * Math.PI);
      pen.fillStyle = element.colours.accent;
      pen.fill();
      pen.lineWidth = 3;
      pen.strokeStyle = element.colours.surface;
      pen.stroke();
      pen.beginPath();
      pen.arc(at.x, at.y, 20, 0, 2 * Math.PI);
      pen.lineWidth = 2;
      pen.strokeStyle = element.colours.accent;
      pen.stroke();
    },

    halo({ at, radius }) {
      const { pen } = this;
      pen.beginPath();
      pen.arc(at.x, at.y, radius + 6, 0, 2 * Math.PI);
      pen.strokeStyle = this.element.colours.accent;
      pen.lineWidth = 3;
      pen.stroke();
    },

    dot({ at, radius, station }, zoom) {
      const { pen, element } = this;
      const { colours } = element;
      const { band } = station;
      pen.globalAlpha = element.isFaded(station.contract) ? 0.25 : 1;
      const r = band === 'u' || band === 'c' ? radius * 0.75 : radius;
      pen.beginPath();
      pen.arc(at.x, at.y, r, 0, 2 * Math.PI);
      pen.fillStyle = band === 'e' || band === 'u' ? colours.surface : colours.bands[band];
      pen.fill();
      pen.lineWidth = band === 'e' ? Math.max(2, r / 3) : 1.2;
      pen.strokeStyle = band === 'e' || band === 'u' ? colours.bands[band] : colours.surface;
      pen.stroke();
      this.sign(at, r, station, zoom);
      pen.globalAlpha = 1;
    },

    sign(at, r, { band, bikes }, zoom) {
      const { pen, element } = this;
      if (band === 'c') this.bar(at, r, 1);
      else if (zoom >= NUMBERS_FROM && bikes !== null) {
        pen.font = `600 ${Math.round(r)}px ${element.font}`;
        pen.textAlign = 'center';
        pen.textBaseline = 'middle';
        pen.fillStyle = band === 'e' ? element.colours.bands.e : ON[band] || '#fff';
        pen.fillText(bikes, at.x, at.y + 0.5);
      } else if (band === 'f') this.bar(at, r, 0);
    },

    bar(at, r, slope) {
      const { pen } = this;
      pen.beginPath();
      pen.moveTo(at.x - r * 0.5, at.y - r * 0.5 * slope);
      pen.lineTo(at.x + r * 0.5, at.y + r * 0.5 * slope);
      pen.strokeStyle = '#fff';
      pen.lineWidth = Math.max(1.5, r / 4);
      pen.stroke();
    },

    /** What is drawn at a point of the map, the nearest when several are. */
    find(point) {
      let best;
      let least = Infinity;
      for (const hit of this.hits) {
        const distance = hit.at.distanceTo(point);
        if (distance < hit.radius + 6 && distance < least) {
          best = hit;
          least = distance;
        }
      }
      return best;
    },
  });
}
