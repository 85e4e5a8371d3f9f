// Light, dark, or as the system has it. The choice is kept in the browser; the first page's frame
// applies it before anything is drawn.

const CHOICES = ['system', 'light', 'dark'];
const KEY = 'dockline-theme';
const ICONS = {
  system: '<path d="M12 3a9 9 0 0 0 0 18z" fill="currentColor"/><circle cx="12" cy="12" r="9"/>',
  light:
    '<circle cx="12" cy="12" r="4"/><path d="M12 2v2M12 20v2M2 12h2M20 12h2M4.9 4.9l1.4 1.4M17.7 17.7l1.4 1.4M4.9 19.1l1.4-1.4M17.7 6.3l1.4-1.4"/>',
  dark: '<path d="M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z"/>',
};

class Theme extends HTMLElement {
  connectedCallback() {
    this.words = JSON.parse(this.getAttribute('words') || '{}');
    this.button = document.createElement('button');
    this.button.type = 'button';
    this.button.className = 'icon-button';
    this.button.addEventListener('click', () => this.choose(this.next()));
    this.replaceChildren(this.button);
    this.show();
  }

  current() {
    const kept = localStorage.getItem(KEY);
    return CHOICES.includes(kept) ? kept : 'system';
  }

  next() {
    return CHOICES[(CHOICES.indexOf(this.current()) + 1) % CHOICES.length];
  }

  choose(choice) {
    const root = document.documentElement;
    localStorage.setItem(KEY, choice);
    root.style.colorScheme = choice === 'system' ? '' : choice;
    root.dataset.theme = choice;
    this.show();
  }

  show() {
    const choice = this.current();
    const label = `${this.words.label}: ${this.words[choice]}`;
    this.button.innerHTML = `<svg viewBox="0 0 24 24" aria-hidden="true">${ICONS[choice]}</svg>`;
    this.button.setAttribute('aria-label', label);
    this.button.title = label;
  }
}

customElements.define('dl-theme', Theme);
