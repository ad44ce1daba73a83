const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const NEWLINE = 0x0a;
/** This bit tells `[` from `{` and `]` from `}`. */
const FOLD = 0x20;
const OPEN_BRACKET = 0x5b;
const OPEN = 0x7b;
const CLOSE = 0x7d;

/**
 * Finds the ends of the elements of one JSON array while its bytes arrive in pieces. It only counts brackets and
 * skips strings, so it costs about a nanosecond a byte; whether an element is JSON, `JSON.parse` says later.
 *
 * JSON allows no line break inside a string: one that is met there ends the string, so that a row with a missing
 * quote damages itself only.
 */
export class ElementScanner {
	/** 1 between the array's elements; 0 before and after the array. */
	depth = 1;
	/** The array has been closed: what follows is not looked at. */
	closed = false;
	private inString = false;
	private escaped = false;

	/**
	 * Scans bytes [from, to) and returns the offset behind the last element that ended in them, or -1.
	 * `onEnd` is called behind each element when given. Stops when the array closes.
	 */
	scan(bytes: Uint8Array, from: number, to: number, onEnd?: (end: number) => void): number {
		let last = -1;
		let i = this.inString ? this.behindString(bytes, from, to) : from;
		while (i < to) {
			const byte = bytes[i++] as number;
			// White space, the most frequent, is through after two comparisons.
			if (byte <= QUOTE) {
				if (byte === QUOTE) i = this.behindString(bytes, i, to);
			} else if (byte >= OPEN_BRACKET && this.endsElement(byte | FOLD)) {
				if (this.closed) break;
				last = i;
				onEnd?.(i);
			}
		}
		return last;
	}

	/** Counts a bracket; true when an element, or the array itself, ends with it. */
	private endsElement(kind: number): boolean {
		if (kind === OPEN) this.depth++;
		if (kind !== CLOSE) return false;
		this.depth--;
		this.closed = this.depth < 1;
		return this.depth <= 1;
	}

	/** Starts over in front of an element, after damage. */
	restart(): void {
		this.depth = 1;
		this.inString = false;
		this.escaped = false;
	}

	/** The offset behind the string that begins before `from`; notes when it goes on behind `to`. */
	private behindString(bytes: Uint8Array, from: number, to: number): number {
		let i = this.escaped ? from + 1 : from;
		this.escaped = false;
		while (i < to) {
			const byte = bytes[i++] as number;
			if (byte === QUOTE || byte === NEWLINE) {
				this.inString = false;
				return i;
			}
			if (byte === BACKSLASH) i++;
		}
		this.inString = true;
		this.escaped = i > to;
		return to;
	}
}
