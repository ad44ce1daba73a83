/**
 * Frees the memory behind arrays that nobody will look at again, now and not at the next collection of garbage:
 * that comes only after some 64 MB of them, in every worker. Whoever looks all the same finds them empty.
 */
export function release(...arrays: readonly Uint8Array<ArrayBuffer>[]): void {
	for (const { buffer } of arrays) {
		if ('transfer' in buffer) buffer.transfer(0);
		// Engines before 2024 free it later, but take it away as well.
		else structuredClone(buffer, { transfer: [buffer] });
	}
}
