// Buttons under way: each spins from the press until the bot answers its callback query.

/** Telegram's own apps give up about then; the button can be pressed again. */
const GIVE_UP_MS = 30_000;
const REMEMBERED_ANSWERS = 200;

export class Taps {
  /** @param {(place: {person: number, message_id: number, row: number, column: number}) => void} changed */
  constructor(changed) {
    this.changed = changed;
    this.spinning = new Set();
    this.byQuery = new Map();
    this.answered = [];
  }

  begin(place) {
    this.spinning.add(place);
    this.changed(place);
    setTimeout(() => this.end(place), GIVE_UP_MS);
    return place;
  }

  /** The answer may overtake the reply that names the query: then the tap is over at once. */
  named(place, queryId) {
    if (this.answered.includes(queryId)) this.end(place);
    else this.byQuery.set(queryId, place);
  }

  answer(queryId) {
    this.answered = [...this.answered.slice(-REMEMBERED_ANSWERS), queryId];
    const place = this.byQuery.get(queryId);
    this.byQuery.delete(queryId);
    if (place) this.end(place);
  }

  end(place) {
    if (this.spinning.delete(place)) this.changed(place);
  }

  isSpinning(person, messageId, row, column) {
    return [...this.spinning].some(
      (tap) => tap.person === person && tap.message_id === messageId && tap.row === row && tap.column === column,
    );
  }
}
