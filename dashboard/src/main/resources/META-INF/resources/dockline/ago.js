// A text that holds an age and counts on, so that time passing costs no message from the server.
// The steps and words are those of Age.java and Words.java.

const ages = new Set();
let ticking = 0;

function tick() {
  for (const element of ages) element.tell();
}

class Ago extends HTMLElement {
  static observedAttributes = ['age', 'text'];

  connectedCallback() {
    ages.add(this);
    if (!ticking) ticking = setInterval(tick, 1000);
  }

  disconnectedCallback() {
    ages.delete(this);
    if (!ages.size) ticking = clearInterval(ticking);
  }

  attributeChangedCallback(name) {
    // The server sends an age, not a time: this clock may be wrong, but it runs as fast.
    if (name === 'age') this.since = performance.now() - Number(this.getAttribute('age'));
    if (this.isConnected) this.tell();
  }

  tell() {
    if (!this.hasAttribute('age')) return;
    const words = this.getAttribute('text').replace('{age}', this.inWords());
    // A text that did not change must not wake screen readers.
    if (this.textContent !== words) this.textContent = words;
  }

  inWords() {
    const seconds = Math.max(0, Math.floor((performance.now() - this.since) / 1000));
    const units = (this.getAttribute('units') || '# s|# min|# h|# d').split('|');
    if (seconds < 60) return units[0].replace('#', seconds);
    if (seconds < 3600) return units[1].replace('#', Math.floor(seconds / 60));
    if (seconds < 2 * 86400) return units[2].replace('#', Math.floor(seconds / 3600));
    return units[3].replace('#', Math.floor(seconds / 86400));
  }
}

customElements.define('dl-ago', Ago);
