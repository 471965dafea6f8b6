// What the browser remembers between visits: the language and which phones were open.

const PREFIX = "playground.";

export function remembered(key, fallback) {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + key)) ?? fallback;
  } catch {
    return fallback;
  }
}

export function remember(key, value) {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(value));
  } catch {
    // A browser that keeps nothing (private window, full disk) only forgets; the page works on.
  }
}
