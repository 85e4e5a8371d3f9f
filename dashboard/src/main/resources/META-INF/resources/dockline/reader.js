// What this browser alone keeps or knows: favourite stations, one key a line in its storage, and
// where it is, which is asked for only when its user wants to see what is near.

const KEY = 'dockline-favourites';
const PATIENCE = { enableHighAccuracy: false, timeout: 10_000, maximumAge: 60_000 };

class Reader extends HTMLElement {
  connectedCallback() {
    // Another tab of the same browser has changed them.
    this.listener = (e) => {
      if (e.key === KEY) this.tell();
    };
    addEventListener('storage', this.listener);
  }

  disconnectedCallback() {
    removeEventListener('storage', this.listener);
  }

  read() {
    return (localStorage.getItem(KEY) || '').split('\n').filter(Boolean);
  }

  tell() {
    this.$server.favourites(this.read().join('\n'));
  }

  toggle(key) {
    const kept = this.read();
    const now = kept.includes(key) ? kept.filter((other) => other !== key) : [...kept, key];
    localStorage.setItem(KEY, now.join('\n'));
    this.tell();
  }

  locate() {
    // 2: there is no position to be had, as on a page that was not fetched safely.
    if (!navigator.geolocation) this.$server.notLocated(2);
    else
      navigator.geolocation.getCurrentPosition(
        ({ coords }) => this.$server.located(coords.latitude, coords.longitude),
        ({ code }) => this.$server.notLocated(code),
        PATIENCE,
      );
  }
}

customElements.define('dl-reader', Reader);
